/** Limits that are not kept, and names that end with what became of the number: 审批时间压减12%. */
import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../src/model/inputs.ts';
import { ledgerOf } from '../../src/model/ledger/ledger.ts';
import type { Target } from '../../src/model/plan/target.ts';
import { isLaggingStatus } from '../../src/model/status.ts';
import { blocksOf, bulletin, type Desk, openDesk, subjectOf } from '../support/bulletins.ts';
import { outline } from '../support/outline.ts';

const desk = await openDesk();
const TASK = 8;
const PERIOD = '2022Q3';

/** The third quarter, in which 任务8 asks for something else, and its unit has reported a value of it. */
function asking(change: Partial<Target>, reported: number, besides?: Partial<Target>): Desk {
  const { plan } = desk.inputs;
  const tracks = plan.tracks.map((track) => ({
    ...track,
    tasks: track.tasks.map((task) =>
      task.no === TASK
        ? {
            ...task,
            targets: task.targets.flatMap((one) => [
              { ...one, ...change },
              ...(besides ? [{ ...one, id: 'T008-2', ...besides }] : []),
            ]),
          }
        : task,
    ),
  }));
  const submissions = desk.inputs.submissions.map((one) => ({
    ...one,
    tasks: one.tasks.map((entry) => {
      if (entry.task !== TASK) return entry;
      const values = entry.values.map((value) => ({
        ...value,
        figure: {
          ...value.figure,
          value: reported,
          unit: change.unit ?? '',
          decimals: 0,
          qualifier: '' as const,
        },
      }));
      const more = besides ? values.map((value) => ({ ...value, target: 'T008-2' })) : [];
      return { ...entry, progress: null, values: [...values, ...more] };
    }),
  }));
  return { ...desk, inputs: { ...desk.inputs, plan: { ...plan, tracks }, submissions } as Inputs };
}

const report = (from: Desk): string => outline(bulletin(from, PERIOD, 'progress-report'));
const LEVEL = { type: 'level', reason: '每季度直接与目标比较' } as const;

describe('a change in per cent', () => {
  it.each(['审批时间压减', '检查次数下降', '申请材料减少', '业务收入增长'])(
    '%s: by so much, not to it',
    (name) => {
      const change = {
        name,
        unit: '%',
        kind: 'growth',
        value: 20,
        wording: '以上',
        schedule: LEVEL,
      } as const;
      expect(report(asking(change, 12))).toContain(`${name}12%，年度目标20%以上`);
      expect(report(asking(change, 12))).not.toMatch(new RegExp(`${name}(?:现为|为|达到)`));
    },
  );
});

describe('an upper limit without a level to start from', () => {
  const limit = { name: '审批时间', unit: '个工作日', kind: 'stock', operator: 'atMost' } as const;

  it('says what it should be, where it is not kept', () => {
    const change = { ...limit, value: 60, wording: '以内', schedule: { type: 'linear' } } as const;
    expect(report(asking(change, 72))).toContain('审批时间为72个工作日，年度目标60个工作日以内');
  });

  it('is not reproached before the day by which it is to be reached', () => {
    const change = { ...limit, value: 60, wording: '以内', schedule: { type: 'linear' } } as const;
    const later = { ...limit, name: '办结时间', value: 30, schedule: { type: 'deadline' } } as const;
    expect(report(asking(change, 72, later))).toContain('办结时间为72个工作日，按计划本季度末尚无要求');
  });
});

/** The plan with these tasks alone. */
function withTasks(wanted: readonly number[]): Desk {
  const { plan, submissions } = desk.inputs;
  const tracks = plan.tracks
    .map((track) => ({ ...track, tasks: track.tasks.filter(({ no }) => wanted.includes(no)) }))
    .filter(({ tasks }) => tasks.length > 0);
  const kept = submissions.map((one) => ({
    ...one,
    tasks: one.tasks.filter(({ task }) => wanted.includes(task)),
    goals: [],
    coordination: [],
  }));
  return {
    ...desk,
    inputs: { ...desk.inputs, plan: { ...plan, tracks }, submissions: kept } as Inputs,
  };
}

it('units with a task each that lags are told in the sentence, and drawn in no chart', () => {
  const lagging = /滞后和未启动的\d+项任务涉及(.*?)；原因/;
  const whole = report(desk);
  expect(lagging.exec(whole)?.[1]).toMatch(/（[2-9]项）.*，见图\d/);
  expect(whole).toContain('滞后和未启动任务的责任单位');
  // A lagging task of each unit.
  const { tasks } = ledgerOf(subjectOf(desk, PERIOD)) ?? { tasks: [] };
  const lag = tasks.filter(({ status }) => isLaggingStatus(status));
  const one = [...new Map(lag.map(({ unit, task }) => [unit, task.no])).values()].slice(0, 4);
  const few = report(withTasks(one));
  expect(lagging.exec(few)?.[1]).toMatch(/^[^，]*（1项）[^，]*$/);
  expect(few).not.toContain('滞后和未启动任务的责任单位');
});

it('the cells of a track with few tasks fill their line', () => {
  const perLine = (from: Desk): number[] =>
    blocksOf(bulletin(from, PERIOD, 'track-pages')).flatMap((block) =>
      block.kind === 'statusGrid' ? [block.perLine] : [],
    );
  expect(perLine(withTasks([1, 2]))).toEqual([2]);
  expect(perLine(withTasks([1, 2, 3, 4, 5, 6]))).toEqual([5]);
});

it('a goal of growth that is met is to be kept up, and not told as one that nobody has reported', () => {
  const { plan, submissions } = desk.inputs;
  const [group] = plan.goalGroups;
  const [goal] = group?.goals ?? [];
  if (!group || !goal?.target) throw new Error('no goal');
  const target: Target = {
    ...goal.target,
    name: '主体增长',
    value: 8,
    unit: '%',
    kind: 'growth',
    schedule: LEVEL,
  };
  const { baseline: _, ...growth } = { ...target, operator: 'atLeast', wording: '以上' } as const;
  const goalGroups = [{ ...group, goals: [{ ...goal, target: growth }] }];
  const told = (reported: number): string => {
    const kept = submissions.map((one) => ({
      ...one,
      goals: one.goals
        .filter((entry) => entry.goal === goal.id)
        .map((entry) => ({
          ...entry,
          values: entry.values.map((value) => ({
            ...value,
            figure: { ...value.figure, value: reported, unit: '%', decimals: 1, qualifier: '' as const },
          })),
        })),
    }));
    const inputs = { ...desk.inputs, plan: { ...plan, goalGroups }, submissions: kept } as Inputs;
    return outline(bulletin({ ...desk, inputs }, PERIOD, 'next-quarter'));
  };
  expect(told(8.3)).toContain('有具体数量的年度目标1项，达到目标水平，10—12月须保持。');
  expect(told(8.3)).not.toContain('再测算');
  expect(told(6.2)).toContain('有具体数量的年度目标1项，未完成');
});
