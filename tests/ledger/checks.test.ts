import { describe, expect, it } from 'vitest';
import { buildLedger } from '../../src/ledger/build-ledger.ts';
import type { Figure } from '../../src/model/document/figure.ts';
import type { Finding } from '../../src/model/ledger/finding.ts';
import type { TargetRecord } from '../../src/model/ledger/ledger.ts';
import type { Target } from '../../src/model/plan/target.ts';
import {
  type EntrySketch,
  figure,
  inputs,
  milestoneTask,
  period,
  recordOf,
  submission,
  target,
  task,
  taskOf,
  track,
} from './helper.ts';

const names = (findings: Finding[]) => findings.map((finding) => finding.check);
const other = (quarter: number, value: number | Figure) =>
  submission('乙局', `2022Q${quarter}`, { 1: { values: { 'T001-1': value } } });

describe('checks of a value', () => {
  const growth: Partial<Target> = {
    kind: 'growth',
    unit: '%',
    value: 20,
    schedule: { type: 'level', reason: '' },
  };
  const cases: {
    name: string;
    change?: Partial<Target>;
    quarters: (number | Figure | undefined)[];
    checks: string[];
  }[] = [
    { name: 'rising', quarters: [20, 40], checks: [] },
    { name: 'standing still', quarters: [20, 20], checks: [] },
    { name: 'falling', quarters: [20, 19], checks: ['falling'] },
    { name: 'falling across a missing quarter', quarters: [20, undefined, 19], checks: ['falling'] },
    {
      name: 'a stock that shrank is asked about',
      change: { kind: 'stock', baseline: { value: 1, asOf: '2021-12-31', source: '', demo: false } },
      quarters: [20, 19],
      checks: ['falling'],
    },
    {
      name: 'growth may fall and swing',
      change: growth,
      quarters: [figure(0.1, '%', 1), figure(9, '%')],
      checks: [],
    },
    { name: 'jump from last', change: { value: 5000 }, quarters: [20, 1000], checks: ['magnitude-slip'] },
    { name: 'just no jump', change: { value: 5000 }, quarters: [20, 999], checks: [] },
    { name: 'jump over the target', quarters: [5001], checks: ['magnitude-slip'] },
    { name: 'just no jump over the target: a slip of the point', quarters: [5000], checks: ['tenfold-slip'] },
    { name: 'jump down is a slip, not a fall', quarters: [50, 1], checks: ['magnitude-slip'] },
    { name: 'the right value after a slip', quarters: [20, 400000, 60], checks: [] },
    {
      name: 'a unit that can not be brought over',
      quarters: [figure(20, '万户')],
      checks: ['unit-mismatch'],
    },
  ];
  it.each(cases)('$name', ({ change, quarters, checks }) => {
    const record = recordOf(target(change), quarters);
    expect(names(record.findings)).toEqual(checks);
    expect(record.status === 'toVerify').toBe(checks.length > 0);
  });

  it('keeps a void value in sight, but derives nothing from it', () => {
    const record = recordOf(target(), [20, 400000]);
    expect(record).toMatchObject({ value: { value: 400000 }, rate: null, gap: null, quarterValue: null });
    expect(record.expected?.value).toBe(50);
  });

  it('still gives the rate of a value that fell', () => {
    expect(recordOf(target(), [20, 19]).rate?.value).toBe(19);
  });

  it('says who, what and how much, at the cell', () => {
    const [finding] = recordOf(target(), [20, 19]).findings;
    expect(finding).toMatchObject({ effect: 'verify', unit: '甲厅', subject: 1, at: { cell: 'F3' } });
    expect(finding?.message).toBe('甲厅报送的任务1“新建平台”累计为19个，低于上次的20个，累计数不应减少。');
  });
});

describe('conflict between units', () => {
  const at = (own: number, theirs: number | Figure): TargetRecord =>
    recordOf(target(), [own], [other(1, theirs)]);

  it('flags a value that differs by more than the share; the responsible unit’s value stays the value', () => {
    const record = at(25, 28);
    expect(record).toMatchObject({ status: 'toVerify', value: { value: 25 }, rate: { value: 25 } });
    expect(record.conflicts.map((c) => c.value)).toEqual([28]);
    expect(names(record.findings)).toEqual(['conflict']);
    expect(record.findings[0]?.message).toContain('乙局报送为28个');
  });

  it('lets small differences and other magnitudes of the same amount pass', () => {
    expect(at(50, 51).findings).toEqual([]);
    expect(at(50, figure(0.005, '万个', 3)).findings).toEqual([]);
    expect(at(50, 51.5).conflicts).toHaveLength(1);
    expect(at(0, 1).conflicts).toHaveLength(1);
  });

  it('does not let another unit report for the responsible one', () => {
    expect(recordOf(target(), [undefined], [other(1, 25)])).toMatchObject({
      status: 'notReported',
      value: null,
    });
  });
});

describe('what a finding says', () => {
  const found = (change: Partial<Target>, ...quarters: (number | Figure | EntrySketch)[]) =>
    recordOf(target(change), quarters).findings.map(({ message }) => message);

  it.each<[string, Partial<Target>, (number | Figure)[], string]>([
    ['tenfold, by last quarter', {}, [16, 160], '上次为16个'],
    ['tenfold, where there was nothing last quarter', {}, [0, 600], '序时进度为50个'],
    ['tenfold, by what is due', {}, [260], '序时进度为25个'],
  ])('%s', (_, change, quarters, words) => {
    const messages = found(change, ...quarters);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(words);
  });

  it('of nought, only that it fell', () => {
    expect(names(recordOf(target(), [50, 0]).findings)).toEqual(['falling']);
    expect(
      names(recordOf(target({ kind: 'events', unit: '次' }), [figure(5, '次'), figure(4, '次')]).findings),
    ).toEqual(['falling']);
  });

  it('of a yes that is taken back, nothing: it adds up to nothing', () => {
    const yesNo: Partial<Target> = { operator: 'yesNo', value: 1, unit: '项' };
    const record = recordOf(target(yesNo), [figure(1, '项'), figure(0, '项')]);
    expect([record.findings, record.quarterValue]).toEqual([[], null]);
  });

  it('of a day to come, that day', () => {
    const [finding] = taskOf(milestoneTask(1), [
      { stage: '征求意见', evidence: '2021年12月5日起草，2022年5月1日征求意见' },
    ]).findings;
    expect(finding?.message).toContain('2022年5月1日');
    expect(finding?.message).not.toContain('2021年12月5日');
  });

  it('of another unit’s number in another measure word, that it is another', () => {
    const [finding] = recordOf(target(), [50], [other(1, figure(50, '户'))]).findings;
    expect(finding).toMatchObject({ check: 'conflict', message: expect.stringContaining('50户') });
  });

  it('stands where the number was written; what follows the name is told alone, too', () => {
    const [fell] = recordOf(target(), [50, figure(40, '个', 0)]).findings;
    expect(fell?.at).toEqual({ file: 'returns/甲厅.xlsx', sheet: '进展情况', cell: 'F3' });
    expect(fell?.afterName).toMatch(/^甲厅报送的“新建平台”累计为40个/);
    const [claimed] = taskOf(milestoneTask(1), [{ self: 'done', stage: '起草' }]).findings;
    expect(claimed).not.toHaveProperty('afterName');
  });

  it('explains a status in doubt, and what is only noticed does not', () => {
    const { reason, findings } = recordOf(target({ name: '新建充电桩', kind: 'stock' }), [
      { values: { 'T001-1': 400 }, progress: '新建充电桩380个' },
    ]);
    expect(names(findings)).toEqual(['text-differs', 'far-over', 'no-baseline']);
    expect(reason).toBe(findings[0]?.message.replace(/。$/, ''));
  });
});

describe('checks of an entry', () => {
  const one = task(1, { targets: [target()] });
  const findings = (quarters: (EntrySketch | undefined)[], subject = one) =>
    taskOf(subject, quarters).findings;
  const text = '一季度已建成平台8个，完成投资1.2亿元，其余项目正在办理开工手续，预计二季度全部开工建设。';

  it('claim: 已完成 below target', () => {
    const claimed = findings([{ self: 'done', values: { 'T001-1': 60 } }]);
    expect(claimed).toMatchObject([{ check: 'claim', effect: 'notice', subject: 1 }]);
    expect(claimed[0]?.message).toBe('甲厅将任务1自评为已完成，但“新建平台”为60个，未达到年度目标100个。');
    expect(names(findings([{ self: 'done' }]))).toEqual(['claim']);
    expect(findings([{ self: 'done', values: { 'T001-1': 100 } }])).toEqual([]);
    expect(findings([{ self: 'ahead', values: { 'T001-1': 60 } }])).toEqual([]);
    // Of what can't be compared nobody knows whether it is met.
    expect(names(findings([{ self: 'done', values: { 'T001-1': figure(20, '万户') } }]))).toEqual([
      'unit-mismatch',
    ]);
  });

  it('claim: 已完成 before the last stage', () => {
    const early = findings([{ self: 'done', stage: '起草' }], milestoneTask(1));
    expect(early.map(({ message }) => message)).toEqual([
      '甲厅将任务1自评为已完成，但认定的阶段为“起草”，未到“印发”。',
    ]);
    expect(names(findings([{ self: 'done', stage: '送审' }], milestoneTask(1)))).toEqual(['claim']);
    expect(findings([{ self: 'done', stage: '印发', evidence: '某〔2022〕9号' }], milestoneTask(1))).toEqual(
      [],
    );
  });

  it('copied: last quarter’s text again', () => {
    const value = (n: number) => ({ values: { 'T001-1': n } });
    const copy = findings([
      { ...value(20), progress: text },
      { ...value(50), progress: text.replace('，', ', ') },
    ]);
    expect(copy).toMatchObject([{ check: 'copied', effect: 'notice' }]);
    expect(
      findings([
        { ...value(20), progress: text },
        { ...value(50), progress: '二季度新建成30个，累计50个。' },
      ]),
    ).toEqual([]);
    expect(
      findings([
        { ...value(20), progress: '' },
        { ...value(50), progress: '' },
      ]),
    ).toEqual([]);
    expect(
      findings([
        { ...value(100), progress: text },
        { ...value(100), progress: text },
      ]),
    ).toEqual([]);
  });

  it('problem-left: last quarter’s reason for a lag that is over', () => {
    const reason = '核心部件供货推迟，设备到货晚于计划，安装未能开始。';
    const second = (problems: string, n = 50) =>
      findings([
        { values: { 'T001-1': 5 }, problems: reason },
        { values: { 'T001-1': n }, problems },
      ]);
    expect(second(reason)).toMatchObject([{ check: 'problem-left', effect: 'notice' }]);
    expect(second(reason)[0]?.message).toContain('由严重滞后转为达到序时进度');
    // Another problem, none, or the same while the task still lags.
    expect(second('二期用地尚未落实。')).toEqual([]);
    expect(second('')).toEqual([]);
    expect(second(reason, 35)).toEqual([]);
    const never = { values: { 'T001-1': 25 }, problems: reason };
    expect(findings([never, { ...never, values: { 'T001-1': 50 } }])).toEqual([]);
  });

  it('missing-evidence: a stage that asks for it', () => {
    const missing = findings([{ stage: '征求意见' }], milestoneTask(1));
    expect(missing).toMatchObject([{ check: 'missing-evidence', effect: 'notice' }]);
    expect(missing[0]?.message).toBe('甲厅报送的任务1已到“征求意见”阶段，但未附日期，按“起草”阶段认定。');
    expect(findings([{ stage: '征求意见', evidence: '3月2日' }], milestoneTask(1))).toEqual([]);
    expect(findings([{ stage: '起草' }], milestoneTask(1))).toEqual([]);
  });

  it('notices do not change the verdict', () => {
    const record = taskOf(one, [{ self: 'done', values: { 'T001-1': 25 } }]);
    expect(record.status).toBe('onPace');
  });
});

describe('what the build reports', () => {
  it('turns findings of the period into diagnostics, and leaves those of earlier quarters to their own ledgers', () => {
    const quarters = [20, 19, 18].map((n, i) =>
      submission('甲厅', `2022Q${i + 1}`, { 1: { values: { 'T001-1': n }, self: 'done' } }),
    );
    const { value, diagnostics } = buildLedger(
      inputs([track(1, [task(1, { targets: [target()] })])], quarters),
      period('2022Q3'),
    );
    expect(diagnostics.map((d) => [d.code, d.severity])).toEqual([
      ['fallen', 'warning'],
      ['claimBelowTarget', 'info'],
    ]);
    expect(value?.findings.map((f) => f.message)).toEqual(diagnostics.map((d) => d.message));
  });
});
