/** Checks of a value against its limits, its parts and what is expected of it. */
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/model/document/figure.ts';
import type { Target } from '../../src/model/plan/target.ts';
import {
  baseline,
  type EntrySketch,
  figure,
  inputs,
  ledgerOf,
  milestoneTask,
  RULES,
  recordOf,
  submission,
  target,
  task,
  taskOf,
  track,
} from './helper.ts';

const STOCK: Partial<Target> = { kind: 'stock', value: 200, baseline: baseline(100) };
const RATIO: Partial<Target> = { kind: 'ratio', unit: '%', value: 98, baseline: baseline(90) };

describe('limits of a value', () => {
  const cases: [string, Partial<Target>, (number | Figure | undefined)[], string[]][] = [
    ['ten times the last and well over the target', {}, [20, 400], ['tenfold-slip', 'verify']],
    ['ten times the last, as small counts do', {}, [5, 60], []],
    ['over the target, but not ten times the last', {}, [40, 180], []],
    ['ten times what is expected in the first quarter', {}, [260], ['tenfold-slip', 'verify']],
    ['an early start', {}, [90], []],
    ['a share above 100 %', RATIO, [figure(112, '%')], ['out-of-range', 'verify']],
    ['a share of 100 %', RATIO, [figure(100, '%')], []],
    ['a growth rate above 100 %', { kind: 'growth', unit: '%', value: 80 }, [figure(140, '%')], []],
    ['a negative count', {}, [figure(-3)], ['out-of-range', 'verify']],
    ['negative growth', { kind: 'growth', unit: '%', value: 8 }, [figure(-3, '%')], []],
    ['three times the target', {}, [90, 300], ['far-over', 'notice']],
    ['nearly three times', {}, [90, 299], []],
    ['a first stock below its baseline', STOCK, [95], ['below-baseline', 'notice']],
    ['a later stock below its baseline: that was said of the first', STOCK, [95, 96], []],
    ['a first stock at its baseline', STOCK, [100], []],
    ['nought of a stock without a baseline', { kind: 'stock' }, [0], []],
    [
      'any growth where the plan asks for more than none',
      { kind: 'growth', unit: '%', operator: 'exceed', value: 0 },
      [figure(2, '%')],
      [],
    ],
    [
      'things where a bare number is asked',
      { unit: '', value: 2 },
      [figure(2, '个')],
      ['unit-mismatch', 'verify'],
    ],
    ['a stock without a baseline', { kind: 'stock' }, [50], ['no-baseline', 'notice']],
    [
      'a level without a baseline',
      { kind: 'ratio', unit: '%', schedule: { type: 'level', reason: '' } },
      [figure(50, '%')],
      [],
    ],
  ];
  it.each(cases)('%s', (_, change, quarters, [check, effect]) => {
    const { findings } = recordOf(target(change), quarters);
    expect(findings.map((f) => [f.check, f.effect])).toEqual(check ? [[check, effect]] : []);
  });

  it('derives nothing from a slip or an impossible share', () => {
    expect(recordOf(target(), [20, 400])).toMatchObject({ status: 'toVerify', rate: null });
    expect(recordOf(target(RATIO), [figure(112, '%')])).toMatchObject({ status: 'toVerify', rate: null });
  });
});

describe('sums', () => {
  const parts = (values: [number, number | Figure, number], relation: 'equals' | 'atMost' = 'equals') => {
    const one = task(1, {
      targets: [
        target({ id: 'T001-1', name: '车间和工厂' }),
        target({ id: 'T001-2', name: '车间' }),
        target({ id: 'T001-3', name: '工厂' }),
      ],
    });
    const [total, first, second] = values;
    const data = inputs(
      [track(1, [one])],
      [
        submission('甲厅', '2022Q1', {
          1: { values: { 'T001-1': total, 'T001-2': first, 'T001-3': second }, problems: '有' },
        }),
      ],
    );
    const sums = [{ total: 'T001-1', parts: ['T001-2', 'T001-3'], relation }];
    const rules = { ...RULES, checks: { ...RULES.checks, sums } };
    return ledgerOf({ ...data, rules }, '2022Q1').findings;
  };

  it('that do not add up are doubtful, at the total', () => {
    expect(parts([40, 25, 12])).toMatchObject([
      { check: 'sum-differs', effect: 'verify', id: 'sum-differs/甲厅/T001-1' },
    ]);
    expect(parts([40, 25, 12])[0]?.message).toContain('（车间、工厂）合计为37个');
    expect(parts([37, 25, 12])).toEqual([]);
  });

  it('are added in the unit of the total; a part that was not reported says nothing', () => {
    expect(parts([37, figure(0.0025, '万个', 4), 12])).toEqual([]);
    expect(parts([37, figure(25, '亿元'), 12]).map((f) => f.check)).toEqual(['unit-mismatch']);
  });

  it('are as exact as the most exact part', () => {
    expect(parts([40, figure(25.5, '个', 1), 12])[0]?.message).toContain('合计为37.5个');
  });

  it('are those of the units that answer for the parts', () => {
    const targets = [target(), target({ id: 'T001-2', name: '车间' })];
    const own = submission('甲厅', '2022Q1', { 1: { values: { 'T001-1': 40, 'T001-2': 40 } } });
    const of = { 1: { values: { 'T001-2': figure(40.5, '个', 1) } } };
    const data = inputs([track(1, [task(1, { targets })])], [submission('乙局', '2022Q1', of), own]);
    const sums = [{ total: 'T001-1', parts: ['T001-2'], relation: 'equals' as const }];
    const rules = { ...RULES, checks: { ...RULES.checks, sums } };
    expect(ledgerOf({ ...data, rules }, '2022Q1').findings).toEqual([]);
  });

  it('may be less than the whole where the rules say so, never more', () => {
    expect(parts([40, 25, 12], 'atMost')).toEqual([]);
    expect(parts([30, 25, 12], 'atMost').map((f) => f.check)).toEqual(['sum-differs']);
  });
});

describe('lagging without a reason', () => {
  const checks = (sketch: EntrySketch, subject = task(1, { targets: [target()] })) =>
    taskOf(subject, [sketch]).findings.map((f) => f.check);

  it('is asked about, at the entry', () => {
    expect(checks({ values: { 'T001-1': 2 } })).toEqual(['unexplained']);
    expect(checks({ stage: '未启动' }, milestoneTask(1))).toEqual(['unexplained']);
  });

  it('is not when the unit names a problem, or does not lag', () => {
    expect(checks({ values: { 'T001-1': 2 }, problems: '资金未到位' })).toEqual([]);
    expect(checks({ values: { 'T001-1': 25 } })).toEqual([]);
    // Said in the wrong column is said.
    expect(checks({ values: { 'T001-1': 2 }, progress: '受芯片供应偏紧影响，开工推迟。' })).toEqual([]);
    expect(checks({ values: { 'T001-1': 2 }, problems: ' ' })).toEqual(['unexplained']);
  });
});
