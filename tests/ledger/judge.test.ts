import { describe, expect, it } from 'vitest';
import { worstOf } from '../../src/ledger/verdicts/judge.ts';
import type { Figure } from '../../src/model/document/figure.ts';
import type { Target } from '../../src/model/plan/target.ts';
import type { Status } from '../../src/model/status.ts';
import { TO_BE_NAMED } from '../../src/model/unit.ts';
import {
  type EntrySketch,
  figure,
  milestoneTask,
  recordOf,
  submission,
  target,
  task,
  taskOf,
} from './helper.ts';

type Given = number | Figure | EntrySketch | undefined;
interface Case {
  name: string;
  change?: Partial<Target>;
  quarters: Given[];
  status: Status;
  gap?: number | null;
  reason?: string;
}
const idle: EntrySketch = { self: 'notStarted' };
const yesNo: Partial<Target> = {
  operator: 'yesNo',
  value: 1,
  unit: '项',
  kind: 'deadline',
  schedule: { type: 'deadline' },
};
const growth: Partial<Target> = {
  kind: 'growth',
  value: 20,
  unit: '%',
  schedule: { type: 'level', reason: '' },
};
const pct = (value: number) => figure(value, '%', 1);

describe('status of a target', () => {
  const cases: Case[] = [
    {
      name: 'no return',
      quarters: [undefined],
      status: 'notReported',
      gap: null,
      reason: '甲厅本季度未报送',
    },
    {
      name: 'left out',
      quarters: [{ progress: '推进中' }],
      status: 'notReported',
      reason: '甲厅本季度未填报该项数值',
    },
    {
      name: 'growth left out',
      change: growth,
      quarters: [{ progress: '推进中' }],
      status: 'notReported',
      reason: '甲厅本季度未填报该项数值',
    },
    {
      name: 'growth left out before the day that alone counts',
      change: { ...growth, schedule: { type: 'deadline' }, deadline: '2022-09-30' },
      quarters: [{ progress: '推进中' }],
      status: 'onPace',
    },
    {
      name: 'growth left out on that day',
      change: { ...growth, schedule: { type: 'deadline' }, deadline: '2022-03-31' },
      quarters: [{ progress: '推进中' }],
      status: 'notReported',
    },
    {
      name: 'nobody named yet',
      change: { responsible: { unit: TO_BE_NAMED, assignedBy: 'plan' } },
      quarters: [undefined],
      status: 'notReported',
      reason: '责任单位尚未确定，本季度无人填报',
    },
    {
      name: 'events',
      change: { kind: 'events', value: 2, unit: '次' },
      quarters: [figure(1, '次')],
      status: 'ahead',
      reason: '累计完成1次，完成率50.0%，序时进度0.0%，快于序时进度50.0个百分点',
    },
    {
      name: 'done, of what is to be exceeded',
      change: { operator: 'exceed', wording: '突破' },
      quarters: [101],
      status: 'done',
      reason: '累计完成101个，已完成年度目标（超过100个），完成率101.0%',
    },
    {
      name: 'done, of what is to be about so much',
      change: { operator: 'about', wording: '左右' },
      quarters: [96],
      status: 'done',
      reason: '累计完成96个，已完成年度目标（100个左右），完成率96.0%',
    },
    {
      name: 'begun, whatever the self-assessment says',
      quarters: [{ ...idle, values: { 'T001-1': 24 } }],
      status: 'onPace',
    },
    {
      name: 'left out before its first node, on its day',
      change: {
        schedule: { type: 'nodes', nodes: [null, null, null, null], reason: '' },
        deadline: '2022-03-31',
      },
      quarters: [10],
      status: 'farBehind',
      gap: -90,
    },
    {
      name: 'left out before the day that alone counts',
      change: { ...yesNo, deadline: '2022-09-30' },
      quarters: [{ progress: '推进中' }, { progress: '推进中' }],
      status: 'onPace',
      reason: '按计划本季度末尚无要求',
    },
    {
      name: 'left out on that day',
      change: { ...yesNo, deadline: '2022-09-30' },
      quarters: [{}, {}, { progress: '推进中' }],
      status: 'notReported',
    },
    {
      name: 'not there on that day',
      change: { ...yesNo, deadline: '2022-09-30' },
      quarters: [{}, {}, figure(0, '项')],
      status: 'farBehind',
      reason: '尚未实现，已到完成期限',
    },
    {
      name: 'no value, stage 未启动',
      quarters: [{ stage: '未启动' }],
      status: 'notStarted',
      reason: '尚未启动，序时进度为25.0%',
    },
    { name: 'no value, self-assessed 未启动', quarters: [idle], status: 'notStarted' },
    {
      name: '未启动 before anything is expected',
      change: { schedule: { type: 'nodes', nodes: [null, 1, 2, 100], reason: '' } },
      quarters: [idle],
      status: 'onPace',
    },
    { name: 'zero and 未启动', quarters: [{ ...idle, values: { 'T001-1': 0 } }], status: 'notStarted' },
    { name: 'zero without saying so', quarters: [0], status: 'farBehind', gap: -25 },
    {
      name: 'on pace',
      quarters: [25],
      status: 'onPace',
      gap: 0,
      reason: '累计完成25个，完成率25.0%，序时进度25.0%，与序时进度持平',
    },
    { name: 'at the edge of tolerance', quarters: [20], status: 'onPace', gap: -5 },
    {
      name: 'just behind',
      quarters: [figure(19.9, '个', 1)],
      status: 'behind',
      gap: -5.1,
      reason: '累计完成19.9个，完成率19.9%，序时进度25.0%，慢于序时进度5.1个百分点',
    },
    { name: 'just below ahead', quarters: [figure(34.9, '个', 1)], status: 'onPace', gap: 9.9 },
    { name: 'ahead', quarters: [35], status: 'ahead', gap: 10 },
    { name: 'far behind', quarters: [10, 20, 55], status: 'farBehind', gap: -20 },
    {
      name: 'done early',
      quarters: [10, 100],
      status: 'done',
      gap: 50,
      reason: '累计完成100个，已完成年度目标（100个以上），完成率100.0%',
    },
    {
      name: '突破 wants more',
      change: { operator: 'exceed', wording: '突破' },
      quarters: [25, 50, 75, 100],
      status: 'behind',
      gap: 0,
      reason: '累计完成100个，完成率100.0%，序时进度100.0%，与序时进度持平，尚未超过年度目标',
    },
    { name: 'no tolerance at the year’s end', quarters: [25, 50, 75, 96], status: 'behind' },
    {
      name: 'about, measured from the baseline: near the target is not yet done',
      change: {
        operator: 'about',
        value: 7,
        unit: '%',
        kind: 'ratio',
        baseline: { value: 6.5, asOf: '2021-12-31', source: '演示数据', demo: true },
      },
      quarters: [figure(6.6, '%', 1), figure(6.75, '%', 2), figure(6.9, '%', 1)],
      status: 'onPace',
    },
    { name: 'about', change: { operator: 'about' }, quarters: [25, 50, 75, 95], status: 'done' },
    {
      name: 'range',
      change: { operator: 'range', value: 2, upper: 3, unit: '个' },
      quarters: [0, 1, 2],
      status: 'done',
      reason: '累计完成2个，已完成年度目标（2—3个），完成率100.0%',
    },
    {
      name: 'nothing expected yet',
      change: { schedule: { type: 'nodes', nodes: [null, 40, 60, 100], reason: '' } },
      quarters: [3],
      status: 'onPace',
      gap: null,
      reason: '累计完成3个，完成率3.0%，按计划本季度末尚无要求',
    },
    {
      name: 'deadline ahead',
      change: { ...yesNo, deadline: '2022-06-30' },
      quarters: [figure(0, '项')],
      status: 'onPace',
      reason: '尚未实现，未到完成期限',
    },
    {
      name: 'deadline missed',
      change: { ...yesNo, deadline: '2022-06-30' },
      quarters: [undefined, figure(0, '项')],
      status: 'farBehind',
      gap: -100,
      reason: '尚未实现，已到完成期限',
    },
    { name: 'yes', change: yesNo, quarters: [figure(1, '项')], status: 'done', reason: '已经实现' },
    {
      name: 'growth met early is pace',
      change: growth,
      quarters: [pct(21.6)],
      status: 'onPace',
      gap: null,
      reason: '本期为21.6%，高于目标（20%以上）1.6个百分点',
    },
    {
      name: 'growth met at the end',
      change: growth,
      quarters: [pct(21), pct(21), pct(21), pct(20)],
      status: 'done',
      reason: '本期为20.0%，与目标（20%以上）持平',
    },
    {
      name: 'growth below',
      change: growth,
      quarters: [pct(18)],
      status: 'behind',
      reason: '本期为18.0%，低于目标（20%以上）2.0个百分点',
    },
    { name: 'growth far below', change: growth, quarters: [pct(-3)], status: 'farBehind' },
    {
      name: 'stock from baseline',
      change: {
        kind: 'stock',
        value: 7,
        unit: '%',
        baseline: { value: 6.5, asOf: '2021-12-31', source: '公报', demo: false },
      },
      quarters: [undefined, figure(6.8, '%', 1)],
      status: 'ahead',
      gap: 10,
    },
    {
      name: 'stock below its baseline',
      change: {
        kind: 'stock',
        value: 7,
        unit: '%',
        baseline: { value: 6.5, asOf: '2021-12-31', source: '公报', demo: false },
      },
      quarters: [figure(6.4, '%', 1)],
      status: 'farBehind',
      gap: -45,
      reason: '达到6.4%，低于年初水平，序时进度25.0%，慢于序时进度45.0个百分点',
    },
  ];
  it.each(cases)('$name → $status', ({ change, quarters, status, gap, reason }) => {
    const record = recordOf(target(change), quarters);
    expect(record.status).toBe(status);
    if (gap !== undefined) expect(record.gap?.value ?? null).toBe(gap);
    if (reason !== undefined) expect(record.reason).toBe(reason);
  });

  it('is in doubt where what was written can’t be read; the text is told', () => {
    const at = { file: 'returns/甲厅.xlsx', sheet: '指标', cell: 'F3' };
    const written = submission(
      '甲厅',
      '2022Q2',
      { 1: {} },
      { unread: [{ target: 'T001-1', text: '若干', at }] },
    );
    const done = submission('甲厅', '2022Q1', { 1: { values: { 'T001-1': 100 } } });
    for (const before of [[], [done]])
      expect(recordOf(target(), [undefined, undefined], [...before, written])).toMatchObject({
        status: 'toVerify',
        reason: '所填“若干”无法识别，待单位改正',
        unread: '若干',
        value: null,
      });
    expect(recordOf(target(), [25])).not.toHaveProperty('unread');
  });

  it('makes every rate a derived Figure that leads to the return and the plan', () => {
    const { rate, gap, expected } = recordOf(target(), [30]);
    expect(rate).toMatchObject({ value: 30, unit: '%', decimals: 1 });
    expect(gap).toMatchObject({ value: 5, unit: '百分点', decimals: 1 });
    expect(rate?.provenance).toMatchObject({
      kind: 'derived',
      rule: '完成率 = 累计值 ÷ 年度目标',
      from: [
        { value: 30, provenance: { kind: 'submission' } },
        { value: 100, provenance: { kind: 'plan' } },
      ],
    });
    expect(gap?.provenance).toMatchObject({ kind: 'derived', from: [rate, expected] });
  });
});

describe('history, quarters and the verdict before', () => {
  it('differences cumulative values and remembers last quarter', () => {
    const record = recordOf(target(), [20, 38, 80]);
    expect(record.history.map((value) => value?.value)).toEqual([20, 38, 80]);
    expect(record.quarterValue).toMatchObject({ value: 42, unit: '个' });
    expect(record.previousStatus).toBe('behind');
  });

  it('has no quarter before the first', () => {
    const record = recordOf(target(), [20]);
    expect(record).toMatchObject({ previousStatus: null, quarterValue: { value: 20 } });
  });

  it('adds nought in a quarter that stood still, and of exact numbers an exact one', () => {
    expect(recordOf(target(), [20, 20]).quarterValue).toMatchObject({ value: 0, qualifier: '' });
  });

  it('has no quarter value for stocks, after a missing quarter, after a slip, and for a fall', () => {
    expect(recordOf(target({ kind: 'stock' }), [20, 38]).quarterValue).toBeNull();
    expect(recordOf(target(), [20, undefined, 80]).quarterValue).toBeNull();
    expect(recordOf(target(), [20, 400000, 80]).quarterValue).toBeNull();
    expect(recordOf(target(), [20, 15]).quarterValue).toBeNull();
  });

  it('keeps earlier values in sight of a unit that is missing now', () => {
    const record = recordOf(target(), [20, undefined]);
    expect(record).toMatchObject({ status: 'notReported', value: null, previousStatus: 'onPace' });
    expect(record.history.map((value) => value?.value ?? null)).toEqual([20, null]);
  });
});

describe('status of a task', () => {
  it.each([
    [['onPace', 'farBehind', 'toVerify'], 'farBehind', 1],
    [['done', 'behind', 'notReported'], 'behind', 1],
    [['onPace', 'toVerify', 'notReported'], 'toVerify', 1],
    [['done', 'notReported'], 'notReported', 1],
    [['done', 'ahead', 'onPace'], 'onPace', 2],
    [['done', 'done'], 'done', 0],
    [['notStarted', 'notStarted'], 'notStarted', 0],
    [['ahead', 'notStarted'], 'farBehind', 1],
  ] as const)('%j → %s', (parts, status, index) => {
    expect(worstOf(parts)).toEqual({ status, index });
  });

  it('says which target decided', () => {
    const second = target({ id: 'T001-2', name: '培训人数' });
    const record = taskOf(task(1, { targets: [target(), second] }), [
      { values: { 'T001-1': 30, 'T001-2': 10 } },
    ]);
    expect(record.status).toBe('behind');
    expect(record.reason).toBe(
      '“培训人数”累计完成10个，完成率10.0%，序时进度25.0%，慢于序时进度15.0个百分点',
    );
  });

  it('is not done by its numbers alone when it has stages too', () => {
    const both = milestoneTask(1, { targets: [target()] });
    const done = { values: { 'T001-1': 120 } };
    expect(taskOf(both, [{ ...done, stage: '起草' }]).status).toBe('onPace');
    expect(taskOf(both, [{ ...done, stage: '印发', evidence: '某〔2022〕9号' }]).status).toBe('done');
  });

  it('says of stages that decided no name, nor of the only target', () => {
    const both = milestoneTask(1, { targets: [target()] });
    const lagging = taskOf(both, [{}, { values: { 'T001-1': 60 }, stage: '起草' }]);
    expect(lagging.reason).toBe('按计划应到“征求意见”阶段，现为“起草”阶段，落后1个阶段');
    const [only] = [taskOf(task(1, { targets: [target()] }), [30])];
    expect(only.reason).toBe(only.targets[0]?.reason);
  });

  it('is settled by no single target, nor by having nothing to judge', () => {
    const second = target({ id: 'T001-2', name: '培训人数' });
    const two = task(1, { targets: [target(), second] });
    const first = { values: { 'T001-1': 100, 'T001-2': 10 } };
    expect(taskOf(two, [first, undefined])).toMatchObject({
      status: 'notReported',
      reason: '甲厅本季度未报送',
      carried: false,
    });
    expect(taskOf(task(1), [undefined])).toMatchObject({
      status: 'notReported',
      reason: '甲厅本季度未报送',
    });
  });

  it('never believes a task that has nothing to judge', () => {
    expect(taskOf(task(1), [{ self: 'done', progress: '已完成' }])).toMatchObject({
      status: 'toVerify',
      reason: '既无数量指标也无阶段台阶，无法评定',
    });
  });
});
