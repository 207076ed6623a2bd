/** Upper limits (PUE不高于1.25): the lower the better. */
import { describe, expect, it } from 'vitest';
import { remainingSentence } from '../../src/compose/choice/remaining.ts';
import { formContent } from '../../src/compose/forms/form.ts';
import { targetSentence } from '../../src/compose/texts/sentences.ts';
import { targetText } from '../../src/compose/texts/target-text.ts';
import type { Figure } from '../../src/model/document/figure.ts';
import { plainText } from '../../src/model/document/inline.ts';
import { type Target, targetSchema } from '../../src/model/plan/target.ts';
import type { Status } from '../../src/model/status.ts';
import { figure, inputs, ledgerOf, period, recordOf, submission, target, task, track } from './helper.ts';

const pue = (value: number): Figure => figure(value, '', 2);
const LIMIT: Partial<Target> = {
  name: 'PUE值',
  operator: 'atMost',
  wording: '不高于',
  value: 1.25,
  unit: '',
  kind: 'ratio',
  sentence: 'PUE值不高于1.25',
};
const from = (value: number): Partial<Target> => ({
  ...LIMIT,
  baseline: { value, asOf: '2021-12-31', source: '', demo: false },
});

it('is a target as data may hold it', () => {
  expect(targetSchema.parse(target(LIMIT)).operator).toBe('atMost');
});

describe('without a higher value to come down from', () => {
  const cases: [string, Partial<Target>, number[], Status, string][] = [
    ['kept in a quarter', LIMIT, [1.2], 'onPace', '本期为1.20，符合目标（不高于1.25）'],
    ['met exactly', LIMIT, [1.25], 'onPace', '本期为1.25，符合目标（不高于1.25）'],
    [
      'kept at the end of the year',
      LIMIT,
      [1.3, 1.3, 1.3, 1.2],
      'done',
      '本期为1.20，符合目标（不高于1.25）',
    ],
    ['exceeded', LIMIT, [1.3], 'behind', '本期为1.30，高于目标（不高于1.25）0.05'],
    ['exceeded by a fifth', LIMIT, [1.5], 'farBehind', '本期为1.50，高于目标（不高于1.25）0.25'],
    [
      'less is asked and the number reached',
      { ...LIMIT, wording: '低于' },
      [1.25],
      'behind',
      '本期为1.25，与目标（低于1.25）持平',
    ],
    [
      'less is asked, and is there',
      { ...LIMIT, wording: '低于' },
      [1.2],
      'onPace',
      '本期为1.20，符合目标（低于1.25）',
    ],
    ['a start of the year that keeps it', from(1.2), [1.24], 'onPace', '本期为1.24，符合目标（不高于1.25）'],
  ];
  it.each(cases)('%s', (_, change, values, status, reason) => {
    const record = recordOf(target(change), values.map(pue));
    expect(record).toMatchObject({
      status,
      reason,
      rate: null,
      expected: null,
      gap: null,
      forecast: null,
    });
  });
});

describe('with a higher value at the start of the year', () => {
  const cases: [string, number[], Status, number, number | undefined, string][] = [
    ['on its way down', [1.44], 'onPace', 24, 1.26, '为1.44，完成率24.0%，序时进度25.0%'],
    ['faster than the line', [1.4], 'ahead', 40, 1.1, '为1.40，完成率40.0%，序时进度25.0%'],
    ['hardly moved', [1.49, 1.48], 'farBehind', 8, 1.46, '为1.48，完成率8.0%，序时进度50.0%'],
    ['gone up', [1.55], 'farBehind', -20, undefined, '为1.55，高于年初水平，序时进度25.0%'],
    [
      'there early',
      [1.4, 1.25],
      'done',
      100,
      undefined,
      '为1.25，已完成年度目标（不高于1.25），完成率100.0%',
    ],
    ['not there at the end', [1.4, 1.35, 1.3, 1.26], 'behind', 96, undefined, '为1.26，完成率96.0%'],
  ];
  it.each(cases)('%s', (_, values, status, rate, forecast, reason) => {
    const record = recordOf(target(from(1.5)), values.map(pue));
    expect([record.status, record.rate?.value, record.forecast?.value.value]).toEqual([
      status,
      rate,
      forecast,
    ]);
    expect(record.reason).toContain(reason);
  });

  it('is not there by the number itself, where less is asked', () => {
    const { status, reason } = recordOf(target({ ...from(1.5), wording: '低于' }), [pue(1.25)]);
    expect(status).toBe('ahead');
    expect(reason).toMatch(/尚未达到年度目标$/);
  });

  it('forecasts nothing below zero', () => {
    const limit = {
      ...from(500),
      value: 450,
      unit: '吨',
      kind: 'stock' as const,
    };
    expect(recordOf(target(limit), [figure(300, '吨')]).forecast).toBeNull();
  });
});

describe('checks', () => {
  it.each<[string, Partial<Target>, Figure[]]>([
    ['a value that falls', { ...LIMIT, kind: 'stock' }, [pue(1.4), pue(1.2)]],
    [
      'an amount that falls',
      { ...LIMIT, kind: 'cumulative', unit: '吨', value: 500 },
      [figure(300, '吨'), figure(200, '吨')],
    ],
    [
      'an amount on its way down',
      { ...from(500), kind: 'cumulative', unit: '吨', value: 200 },
      [figure(450, '吨'), figure(380, '吨')],
    ],
    ['a first value below that of the start of the year', { ...from(1.5), kind: 'stock' }, [pue(1.4)]],
    ['no value at the start of the year', LIMIT, [pue(1.2)]],
  ])('say nothing of %s', (_, change, values) => {
    expect(recordOf(target(change), values).findings).toEqual([]);
  });

  it('do not call many times the limit a success', () => {
    const record = recordOf(target(LIMIT), [pue(4)]);
    expect([record.status, record.findings.map((f) => f.check)]).toEqual(['farBehind', []]);
  });

  it('still ask about a forgotten decimal point', () => {
    expect(recordOf(target(LIMIT), [pue(1.2), pue(122)]).findings.map((f) => f.check)).toEqual([
      'magnitude-slip',
    ]);
  });

  it('do not add quarters up', () => {
    const amount = {
      ...LIMIT,
      kind: 'cumulative' as const,
      unit: '吨',
      value: 500,
    };
    expect(recordOf(target(amount), [figure(100, '吨'), figure(300, '吨')]).quarterValue).toBeNull();
  });
});

describe('words', () => {
  it.each([
    [LIMIT, '不高于1.25'],
    [{ ...LIMIT, wording: '以下', value: 1.3 }, '1.3以下'],
    [{ ...LIMIT, wording: '以内', value: 3, unit: '天' }, '3天以内'],
    [{ ...LIMIT, wording: '压减至', value: 3, unit: '天' }, '不超过3天'],
    [{ ...LIMIT, wording: '≤' }, '不高于1.25'],
    [{ ...LIMIT, wording: '', value: 5, unit: '%' }, '不高于5%'],
  ] satisfies [Partial<Target>, string][])(
    '%# read alike in documents, reasons and forms',
    (change, words) => {
      const subject = target(change);
      expect(plainText(targetText(recordOf(subject, [{ ...pue(1), unit: subject.unit }])).rich)).toBe(words);
      expect(recordOf(subject, [{ ...pue(1), unit: subject.unit }]).reason).toContain(`（${words}）`);
      const plan = inputs([track(1, [task(1, { targets: [subject] })])], []);
      const form = formContent(plan, '甲厅', period('2022Q1'));
      expect(form.tasks[0]?.targets[0]?.goal).toBe(words);
    },
  );

  it('state the value and what is left without calling it growth', () => {
    const subject = target(from(1.5));
    const data = inputs(
      [track(1, [task(1, { targets: [subject] })])],
      [
        submission('甲厅', '2022Q1', {
          1: { values: { 'T001-1': pue(1.48) } },
        }),
      ],
    );
    const ledger = ledgerOf(data, '2022Q1');
    const record = ledger.tasks[0]?.targets[0];
    if (!record) throw new Error('no record');
    const sentence = plainText(targetSentence(record).rich);
    expect(sentence).toContain('PUE值为1.48，完成全年压降任务的8.0%');
    expect(plainText(remainingSentence(record, ledger)?.rich ?? [])).toBe('高于目标0.23，须于年底前降到位');
  });
});

describe('a rank that counts at the end of the year', () => {
  const RANK: Partial<Target> = {
    name: '规模全国位次',
    operator: 'atMost',
    wording: '前',
    value: 10,
    unit: '位',
    kind: 'stock',
    schedule: { type: 'deadline' },
    sentence: '规模进入全国前十',
  };
  const place = (value: number): Figure => figure(value, '位');

  it.each<[string, number[], Status]>([
    ['not there yet, and nothing is late', [12, 12], 'onPace'],
    ['there', [12, 9], 'onPace'],
    ['there at the end', [12, 12, 12, 10], 'done'],
    ['not there at the end', [12, 12, 12, 11], 'behind'],
  ])('%s', (_, values, status) => {
    expect(recordOf(target(RANK), values.map(place)).status).toBe(status);
  });

  it('is printed as in the plan', () => {
    const subject = target(RANK);
    expect(plainText(targetText(recordOf(subject, [place(12)])).rich)).toBe('前10位');
    const data = inputs(
      [track(1, [task(1, { targets: [subject] })])],
      [submission('甲厅', '2022Q1', { 1: { values: { 'T001-1': place(12) } } })],
    );
    const ledger = ledgerOf(data, '2022Q1');
    const record = ledger.tasks[0]?.targets[0];
    expect(record && plainText(remainingSentence(record, ledger)?.rich ?? [])).toBe(
      '距目标还差2位，须于年底前赶上',
    );
  });
});
