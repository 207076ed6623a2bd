import { describe, expect, it } from 'vitest';
import { count, share } from '../../src/compose/figures.ts';
import { reachedBefore } from '../../src/intake/plan/baselines.ts';
import { roundRate } from '../../src/ledger/verdicts/figures.ts';
import {
  expectedRate,
  expectedValue,
  linearPace,
  monthsUntil,
  paceGap,
} from '../../src/ledger/verdicts/pace.ts';
import { completionRate, fulfils } from '../../src/ledger/verdicts/progress.ts';
import type { Target } from '../../src/model/plan/target.ts';
import { figure, inputs, period, RULES, recordOf, target, task, track } from './helper.ts';

const Q = [1, 2, 3, 4].map((q) => period(`2022Q${q}`));
const paces = (t: Target) => Q.map((p) => expectedRate(t, p, RULES.pace));

describe('published cases (domain.md §3.2)', () => {
  // “为年度投资计划的30.90%，超过时间进度5.90个百分点”, and the others printed to as many decimals as their source.
  it.each([
    { rate: 30.9, months: 3, decimals: 2, gap: 5.9 },
    { rate: 74, months: 8, decimals: 2, gap: 7.33 },
    { rate: 43.2, months: 4, decimals: 1, gap: 9.9 },
    { rate: 37.8, months: 4, decimals: 1, gap: 4.5 },
  ])('$rate% after $months months → $gap', ({ rate, months, decimals, gap }) => {
    expect(roundRate(paceGap(rate, linearPace(months)), decimals)).toBe(gap);
  });

  it('takes the gap from unrounded rates: 97.2% and 83.3% are printed, and the gap is 13.8', () => {
    const exact = 97.16;
    expect(roundRate(exact)).toBe(97.2);
    expect(roundRate(linearPace(10))).toBe(83.3);
    expect(roundRate(paceGap(exact, linearPace(10)))).toBe(13.8);
  });
});

describe('rounding', () => {
  it.each([
    [30.85, 30.9],
    [30.849999, 30.8],
    [-7.35, -7.4],
    [-0.04, 0],
  ])('%d → %d', (exact, printed) => {
    expect(roundRate(exact)).toBe(printed);
  });

  it('sees a half as a half after an endless fraction', () => {
    // 8.38333… − 83.33333… = −74.95 exactly.
    expect(roundRate(paceGap(8.383333333333333, linearPace(10)))).toBe(-75);
  });
});

describe('what should be there', () => {
  it('is the number itself where a share of it comes out even: 33 by November are 18 at half-year, not a trace more', () => {
    const due = target({ value: 33, deadline: '2022-11-30' });
    expect(Q.slice(0, 3).map((p) => expectedValue(due, p, RULES.pace))).toEqual([9, 18, 27]);
  });

  it('and a share of things counted is rounded from the exact one: 23 of 80 are 28.8%', () => {
    expect(share(count(23, ''), count(80, ''))?.value).toBe(28.8);
    expect(share(count(1, ''), count(0, ''))).toBeNull();
  });
});

describe('pace by schedule', () => {
  const cases: { name: string; change: Partial<Target>; expected: (number | undefined)[] }[] = [
    { name: 'linear', change: {}, expected: [25, 50, 75, 100] },
    { name: 'linear to a deadline', change: { deadline: '2022-06-30' }, expected: [50, 100, 100, 100] },
    {
      name: 'linear to a deadline next year',
      change: { deadline: '2023-06-30' },
      expected: [25, 50, 75, 100],
    },
    {
      name: 'nodes',
      change: { schedule: { type: 'nodes', nodes: [null, 40, 40, 100], reason: '' } },
      expected: [undefined, 40, 40, 100],
    },
    {
      name: 'nodes measured from the baseline',
      change: {
        kind: 'stock',
        baseline: { value: 60, asOf: '2021-12-31', source: '年报', demo: false },
        schedule: { type: 'nodes', nodes: [60, 70, 80, 100], reason: '' },
      },
      expected: [0, 25, 50, 100],
    },
    {
      name: 'deadline',
      change: { schedule: { type: 'deadline' }, deadline: '2022-06-30' },
      expected: [undefined, 100, 100, 100],
    },
    {
      name: 'deadline at the end of the year',
      change: { schedule: { type: 'deadline' } },
      expected: [undefined, undefined, undefined, 100],
    },
    {
      name: 'level',
      change: { schedule: { type: 'level', reason: '' } },
      expected: [undefined, undefined, undefined, undefined],
    },
    { name: 'growth', change: { kind: 'growth' }, expected: [undefined, undefined, undefined, undefined] },
  ];
  it.each(cases)('$name', ({ change, expected }) => {
    expect(paces(target(change))).toEqual(expected);
  });

  it('counts a deadline within a month by days', () => {
    expect(monthsUntil('2022-06-30')).toBe(6);
    expect(monthsUntil('2022-06-15')).toBe(5.5);
    expect(linearPace(3, 5.5)).toBeCloseTo(54.545, 3);
  });
});

describe('progress by kind and operator', () => {
  const base = { value: 6.5, asOf: '2021-12-31', source: '统计公报', demo: false };
  const cases: { name: string; change: Partial<Target>; value: number; rate: number | undefined }[] = [
    { name: 'cumulative', change: { value: 8000 }, value: 2472, rate: 30.9 },
    {
      name: 'stock with baseline',
      change: { kind: 'stock', value: 7, baseline: base },
      value: 6.8,
      rate: 60,
    },
    {
      name: 'stock below its baseline',
      change: { kind: 'stock', value: 7, baseline: base },
      value: 6.4,
      rate: -20,
    },
    { name: 'stock without baseline', change: { kind: 'stock', value: 8 }, value: 6, rate: 75 },
    { name: 'ratio with baseline', change: { kind: 'ratio', value: 7, baseline: base }, value: 7, rate: 100 },
    {
      name: 'target equal to baseline',
      change: { kind: 'ratio', value: 6.5, baseline: base },
      value: 6.4,
      rate: undefined,
    },
    { name: 'cumulative ignores a baseline', change: { value: 10, baseline: base }, value: 5, rate: 50 },
    { name: 'growth', change: { kind: 'growth', value: 20 }, value: 21.6, rate: undefined },
    { name: 'level', change: { schedule: { type: 'level', reason: '' } }, value: 98, rate: undefined },
    { name: 'yes', change: { operator: 'yesNo', value: 1 }, value: 1, rate: 100 },
    { name: 'no', change: { operator: 'yesNo', value: 1 }, value: 0, rate: 0 },
    {
      name: 'range from its lower end',
      change: { operator: 'range', value: 2, upper: 3 },
      value: 1,
      rate: 50,
    },
    { name: 'batches', change: { operator: 'batches', value: 2 }, value: 1, rate: 50 },
  ];
  it.each(cases)('$name', ({ change, value, rate }) => {
    expect(completionRate(target(change), value)).toBe(rate);
  });

  it.each([
    { operator: 'exceed', value: 100, met: false },
    { operator: 'exceed', value: 100.1, met: true },
    { operator: 'atLeast', value: 100, met: true },
    { operator: 'atLeast', value: 99.9, met: false },
    { operator: 'about', value: 95, met: true },
    { operator: 'about', value: 94.9, met: false },
    { operator: 'range', value: 100, met: true },
    { operator: 'batches', value: 100, met: true },
  ] as const)('$operator $value: $met', ({ operator, value, met }) => {
    expect(
      fulfils(target({ operator, upper: operator === 'range' ? 120 : undefined }), value, RULES.pace),
    ).toBe(met);
  });
});

describe('units of different magnitude', () => {
  it.each([
    { unit: '万个', value: figure(5000, '个'), shown: 0.5 },
    { unit: '亿条', value: figure(5000, '万条'), shown: 0.5 },
    { unit: '万亿元', value: figure(2500.5, '亿元', 1), shown: 0.25005 },
    { unit: '万', value: figure(5000, '个'), shown: 0.5 },
    { unit: '个', value: figure(0.5, '', 1), shown: 0.5 },
  ])('$value.value$value.unit → $shown$unit', ({ unit, value, shown }) => {
    const record = recordOf(target({ unit, value: 1 }), [value]);
    expect(record.value).toMatchObject({ value: shown, unit });
    expect(record.value?.provenance).toMatchObject({ kind: 'derived', rule: '单位换算', from: [value] });
    expect(record.rate?.value).toBe(roundRate(shown * 100));
  });
});

describe('a target that had been reached when the year began', () => {
  const base = { value: 5020, asOf: '2021-12-31', source: '', demo: false };
  const change: Partial<Target> = {
    kind: 'stock',
    operator: 'exceed',
    wording: '超过',
    value: 5000,
    baseline: base,
  };

  it('is compared as it stands: a fall is no progress', () => {
    expect(completionRate(target(change), 4300)).toBeUndefined();
    expect(expectedRate(target(change), period('2022Q1'), RULES.pace)).toBeUndefined();
    const record = recordOf(target(change), [figure(4300)]);
    expect(record).toMatchObject({ rate: null, gap: null, forecast: null, quarterValue: null });
    expect(['behind', 'farBehind']).toContain(record.status);
    expect(recordOf(target(change), [figure(5100)]).status).toBe('onPace');
    expect(
      recordOf(target({ ...change, baseline: { ...base, value: 4000 } }), [figure(4300)]).rate?.value,
    ).toBe(30);
  });

  it('is told when the plan is read', () => {
    const plan = inputs([track(1, [task(1, { targets: [target(change)] })])], []).plan;
    expect(reachedBefore(plan, 'data/2022/plan').map((d) => [d.severity, d.message])).toEqual([
      ['warning', '“新建平台”年初已是5020个，达到了年度目标5000个：直接比较期末数和目标，不计算完成率。'],
    ]);
    const higher = inputs([track(1, [task(1, { targets: [target({ ...change, value: 6000 })] })])], []).plan;
    expect(reachedBefore(higher, '')).toEqual([]);
  });
});
