/** What stands exactly on a line: the day itself, the share itself, the value itself; and what is told one step beyond. */
import { describe, expect, it } from 'vitest';
import { disagreeing } from '../../src/ledger/checks/conflict.ts';
import { judgeTarget, type TargetFacts } from '../../src/ledger/verdicts/judge.ts';
import { expectedRate, expectedValue, monthsUntil } from '../../src/ledger/verdicts/pace.ts';
import { completionRate, fulfils } from '../../src/ledger/verdicts/progress.ts';
import type { Figure } from '../../src/model/document/figure.ts';
import type { Target } from '../../src/model/plan/target.ts';
import {
  baseline,
  type EntrySketch,
  figure,
  inputs,
  ledgerOf,
  milestoneTask,
  NODES,
  period,
  RULES,
  recordOf,
  submission,
  target,
  task,
  taskOf,
  track,
} from './helper.ts';

const [Q1, Q2] = [period('2022Q1'), period('2022Q2')];

describe('pace', () => {
  it('a month is over on its last day, however many it has', () => {
    expect(['2022-01-31', '2022-02-28', '2024-02-29', '2022-04-30'].map(monthsUntil)).toEqual([1, 2, 2, 4]);
  });

  it('what was due before the year is expected from its first quarter on', () => {
    expect(expectedRate(target({ deadline: '2021-12-31' }), Q1, RULES.pace)).toBe(100);
  });

  it('the value of a quarter is its own node, and lies on the way from the baseline', () => {
    const nodes = target({ schedule: { type: 'nodes', nodes: [null, 40, 60, 100], reason: '' } });
    expect([expectedValue(nodes, Q1, RULES.pace), expectedValue(nodes, Q2, RULES.pace)]).toEqual([
      undefined,
      40,
    ]);
    expect(expectedValue(target({ kind: 'stock', baseline: baseline(60) }), Q1, RULES.pace)).toBe(70);
    expect(recordOf(target({ kind: 'stock', baseline: baseline(60) }), [65]).expectedNext).toBe(80);
  });

  it('from the target itself no way leads up to it, nor down', () => {
    const reached = target({ kind: 'stock', baseline: baseline(100) });
    const limit = target({ operator: 'atMost', wording: '不高于', baseline: baseline(100) });
    for (const one of [reached, limit]) {
      expect(expectedRate(one, Q1, RULES.pace)).toBeUndefined();
      expect(completionRate(one, 100)).toBeUndefined();
    }
  });

  it('what began at its target is held against it, and done when its day has come', () => {
    const at = { value: 1000, unit: '亿元', kind: 'stock', baseline: baseline(1000) } as const;
    const kept = Array.from({ length: 4 }, () => figure(1000, '亿元'));
    for (const change of [at, { ...at, operator: 'atMost', wording: '不超过' } as const]) {
      expect(recordOf(target(change), kept.slice(0, 1))).toMatchObject({ status: 'onPace', rate: null });
      expect(recordOf(target(change), kept).status).toBe('done');
    }
  });

  it('左右 of what had been reached before the year is a share of the target, not of a way', () => {
    const about = target({ operator: 'about', wording: '左右', kind: 'stock', baseline: baseline(120) });
    expect([94, 95, 96].map((value) => fulfils(about, value, RULES.pace))).toEqual([false, true, true]);
  });
});

describe('the verdict', () => {
  const facts: TargetFacts = {
    reported: 'value',
    saysNotStarted: false,
    verify: false,
    zero: false,
    fulfilled: false,
    level: false,
    onlyAtDeadline: false,
    due: false,
    owed: true,
    attainment: undefined,
    expected: undefined,
    gap: undefined,
    lacksOne: false,
  };
  it.each<[string, Partial<TargetFacts>, string]>([
    [
      'nought that is expected is nothing expected',
      { reported: 'blank', saysNotStarted: true, expected: 0 },
      'onPace',
    ],
    [
      'something, and it has not started',
      { reported: 'blank', saysNotStarted: true, expected: 0.1 },
      'notStarted',
    ],
    ['zero and 未启动 before anything is expected', { zero: true, saysNotStarted: true }, 'onPace'],
    ['something expected and no rate to hold against it', { expected: 25 }, 'behind'],
  ])('%s', (_, change, status) => {
    expect(judgeTarget({ ...facts, ...change }, RULES.pace)).toBe(status);
  });

  it('what was done is no longer, once its unit says that it has not started', () => {
    const done = { values: { 'T001-1': 100 } };
    expect(recordOf(target(), [done, {}])).toMatchObject({ status: 'done', carried: true });
    expect(recordOf(target(), [done, { self: 'notStarted' }])).toMatchObject({
      status: 'notStarted',
      carried: false,
    });
    const yesNo = target({ operator: 'yesNo', value: 1 });
    expect(recordOf(yesNo, [1, {}])).toMatchObject({ status: 'done', carried: true });
    expect(recordOf(yesNo, [1, 1])).toMatchObject({ status: 'done', carried: false });
  });
});

describe('what a quarter added', () => {
  it('is as exact as the more exact of its two values, and no more certain than either', () => {
    const about = figure(20.5, '个', 1, { qualifier: '约' });
    expect(recordOf(target(), [about, 38]).quarterValue).toMatchObject({
      value: 17.5,
      decimals: 1,
      qualifier: '约',
    });
  });
});

describe('the forecast', () => {
  const forecastAfter = (change: Partial<Target>, quarters: (number | Figure)[]) => {
    const { forecast } = recordOf(target(change), quarters);
    return forecast && [forecast.value.value, forecast.enough];
  };
  it('draws on nought, and on a way that ends at nought', () => {
    expect(forecastAfter({}, [0])).toEqual([0, false]);
    const down: Partial<Target> = {
      operator: 'atMost',
      wording: '不高于',
      value: 4,
      kind: 'stock',
      baseline: baseline(8),
    };
    expect(forecastAfter(down, [6])).toEqual([0, true]);
    expect(forecastAfter(down, [5])).toBeNull();
  });

  it('stops one in the last printed place short of what is not reached, from below and from above', () => {
    const tenths = (...values: number[]) => values.map((value) => figure(value, '个', 1));
    expect(forecastAfter({ value: 4.28 }, tenths(1.1, 2.1, 3.2))).toEqual([4.2, false]);
    const down: Partial<Target> = {
      operator: 'atMost',
      wording: '不高于',
      value: 49,
      kind: 'stock',
      baseline: baseline(100),
    };
    expect(forecastAfter(down, [88, 75, 62])).toEqual([50, false]);
  });

  it('is none of what is asked for on a day alone, when that has come', () => {
    expect(forecastAfter({ schedule: { type: 'deadline' }, deadline: '2022-03-31' }, [60])).toBeNull();
    expect(forecastAfter({ deadline: '2022-03-31' }, [60])).toEqual([60, false]);
  });

  it('lets an amount in % grow beyond a hundred, which a share cannot', () => {
    expect(forecastAfter({ unit: '%', value: 95 }, [figure(30, '%')])).toEqual([120, true]);
  });
});

describe('stages', () => {
  const paper = { stage: '征求意见', evidence: '3月2日' };
  it('of a stage that is claimed again the evidence still counts; of none that is not', () => {
    expect(taskOf(milestoneTask(1), [paper, { stage: '征求意见' }]).milestone?.evidence?.value).toBe(
      '3月2日',
    );
    expect(taskOf(milestoneTask(1), [paper, { stage: '未启动' }]).milestone?.evidence).toBeNull();
    expect(NODES[1]?.stage).toBe('征求意见');
    // Of a quarter that says nothing of stages, what was known stands.
    expect(taskOf(milestoneTask(1), [paper, { progress: '推进中' }]).milestone?.evidence?.value).toBe(
      '3月2日',
    );
  });

  it('a further one borrows no evidence from the one before', () => {
    expect(taskOf(milestoneTask(1), [paper, { stage: '印发' }]).milestone).toMatchObject({
      claimed: 4,
      reached: 3,
      evidence: null,
    });
  });

  it('are proven once each, by what was said last; what has not started proves nothing', () => {
    const proven = (...quarters: Parameters<typeof taskOf>[1]) =>
      taskOf(milestoneTask(1), quarters).milestone?.proven.map(({ stage, evidence }) => [
        stage,
        evidence.value,
      ]);
    expect(proven(paper, { ...paper, evidence: '3月5日' })).toEqual([[2, '3月5日']]);
    expect(proven(paper, { stage: '印发', evidence: '某〔2022〕9号' })).toEqual([
      [2, '3月2日'],
      [4, '某〔2022〕9号'],
    ]);
    expect(proven({ stage: '未启动', evidence: '3月2日' })).toEqual([]);
  });

  it('are proven by the first day of the year and by the last of the quarter', () => {
    const reached = (evidence: string) =>
      taskOf(milestoneTask(1), [{ stage: '征求意见', evidence }]).milestone?.reached;
    expect(['1月1日', '3月31日', '4月1日'].map(reached)).toEqual([2, 2, 1]);
  });
});

describe('checks', () => {
  const found = (change: Partial<Target>, quarters: (number | Figure)[]) =>
    recordOf(target(change), quarters).findings.map(({ check }) => check);

  it('a range is overfulfilled by its upper end', () => {
    const range: Partial<Target> = { operator: 'range', value: 20, upper: 30 };
    expect(found(range, [60, 89])).toEqual([]);
    expect(found(range, [60, 90])).toEqual(['far-over']);
  });

  it('a slip is ten times and more, and more than half as much again as the target', () => {
    expect(found({}, [16, 160])).toEqual(['tenfold-slip']);
    expect(found({}, [15, 150])).toEqual([]);
    // Ten times what is expected by now, which is 6.25: no whole number.
    expect(found({ value: 25 }, [63])).toEqual(['tenfold-slip']);
    expect(found({ value: 25 }, [62])).toEqual([]);
  });

  it('units may differ by the share itself, also below zero', () => {
    const other = (value: number) => [{ unit: '乙局', figure: figure(value, '%') }];
    expect(disagreeing(figure(-5, '%'), other(-5.1), 0.02)).toEqual([]);
    expect(disagreeing(figure(-5, '%'), other(-5.11), 0.02)).toHaveLength(1);
  });

  it('parts may differ from their whole by the share itself', () => {
    const ids = ['T001-1', 'T001-2'];
    const checked = (part: number, relation: 'atMost' | 'equals') => {
      const sum = { total: 'T001-1', relation, parts: ['T001-2'] };
      const data = inputs(
        [track(1, [task(1, { targets: ids.map((id) => target({ id, value: 2000 })) })])],
        [
          submission('甲厅', '2022Q1', {
            1: { values: { 'T001-1': 500, 'T001-2': figure(part, '个', 1) } },
          }),
        ],
      );
      const rules = { ...data.rules, checks: { ...data.rules.checks, sums: [sum] } };
      return ledgerOf({ ...data, rules }, '2022Q1').tasks[0]?.targets[0]?.findings.map(({ check }) => check);
    };
    expect(checked(500.5, 'atMost')).toEqual([]);
    expect(checked(500.6, 'atMost')).toEqual(['sum-differs']);
    expect([500.5, 499.5].map((part) => checked(part, 'equals'))).toEqual([[], []]);
    expect([500.6, 499.4].map((part) => checked(part, 'equals'))).toEqual([['sum-differs'], ['sum-differs']]);
  });

  it('a text that is alike to the threshold itself is copied, and a problem that is, left', () => {
    const found = (...quarters: EntrySketch[]) => {
      const own = quarters.map((sketch, i) => submission('甲厅', `2022Q${i + 1}`, { 1: sketch }));
      const data = inputs([track(1, [milestoneTask(1)])], own);
      const rules = { ...data.rules, checks: { ...data.rules.checks, copiedSimilarity: 1 } };
      return ledgerOf({ ...data, rules }, '2022Q2').tasks[0]?.findings.map(({ check }) => check);
    };
    const said = { stage: '起草', progress: '已完成平台一期建设，正在开展二期建设前期工作。' };
    expect(found(said, said)).toContain('copied');
    const problems = '起草人员不足，进度受影响。';
    expect(found({ stage: '未启动', problems }, { stage: '送审', problems })).toEqual(['problem-left']);
  });
});
