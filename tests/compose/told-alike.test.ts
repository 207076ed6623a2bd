/** What tables, charts and sentences say of the same number: the same, also where the demonstration data has nothing of the kind. */
import { expect, it } from 'vitest';
import { CHARTS, YEAR_CHARTS } from '../../src/compose/charts/index.ts';
import type { TableContent } from '../../src/compose/tables/cells.ts';
import { TABLES, YEAR_TABLES } from '../../src/compose/tables/index.ts';
import type { ChartSeries } from '../../src/model/document/chart.ts';
import { plainText } from '../../src/model/document/inline.ts';
import type { CityRecord } from '../../src/model/ledger/city-ledger.ts';
import {
  isYear,
  type Ledger,
  type TargetRecord,
  type TaskRecord,
  type YearLedger,
} from '../../src/model/ledger/ledger.ts';
import { parseYear, type Year } from '../../src/model/period.ts';
import type { Goal } from '../../src/model/plan/plan.ts';
import { compose } from '../../src/pipeline.ts';
import { type Desk, openDesk, subjectOf } from '../support/bulletins.ts';
import { folderEffects } from '../support/effects.ts';

const desk = await openDesk();
const third = subjectOf(desk, '2022Q3') as Ledger;
const { subject } = await compose({ period: parseYear('2022年') as Year, only: [] }, folderEffects());
if (!subject || !isYear(subject)) throw new Error('no year');
const year: YearLedger = subject;

const rows = ({ body }: TableContent): string[][] =>
  body.map((row) => row.map((cell) => cell.content.map(plainText).join('')));
const table = (name: string, ledger: Ledger): string[][] =>
  rows((TABLES[name] as (typeof TABLES)[string])(ledger, {}, null));
const chart = (name: string, ledger: Ledger) => (CHARTS[name] as (typeof CHARTS)[string])(ledger, {}).chart;
const values = (one: ChartSeries | undefined): (number | null)[] =>
  (one?.points ?? []).map(({ value }) => value);

/** A quarter of the demonstration in which one annual goal is another, and alone; what was returned stays. */
function ofGoal(id: string, changed: (goal: Goal) => Goal, period: string): Ledger {
  const { plan } = desk.inputs;
  const goalGroups = plan.goalGroups
    .map((group) => ({ ...group, goals: group.goals.filter((goal) => goal.id === id).map(changed) }))
    .filter(({ goals }) => goals.length > 0);
  const one: Desk = { ...desk, inputs: { ...desk.inputs, plan: { ...plan, goalGroups } } };
  return subjectOf(one, period) as Ledger;
}

/** The quarter with these targets of a task. */
function withTargets(ledger: Ledger, task: number, targets: TargetRecord[]): Ledger {
  const changed = <T extends TaskRecord>(one: T): T => (one.task.no === task ? { ...one, targets } : one);
  const tracks = ledger.tracks.map((track) => ({ ...track, tasks: track.tasks.map(changed) }));
  return { ...ledger, tasks: ledger.tasks.map(changed), tracks };
}

it('the gap of a goal is the same in the chart of the quarters as in each quarter’s table, also where few things are counted or a day is set', () => {
  // 36, 97 and 158 of 160 were returned: as many as were due by a day in autumn; of 19, what is due is a whole number.
  const cases: [string, Partial<NonNullable<Goal['target']>>][] = [
    ['G08', { value: 160, deadline: '2022-10-31' }],
    ['G08', { value: 19, unit: '个' }],
    ['G08', {}],
  ];
  for (const [id, target] of cases) {
    const of = (period: string): Ledger =>
      ofGoal(id, (goal) => ({ ...goal, target: goal.target && { ...goal.target, ...target } }), period);
    const gaps = ['2022Q1', '2022Q2', '2022Q3'].map((period) => of(period).goals[0]?.target?.gap?.value);
    expect(values(chart('goal-trend', of('2022Q3')).series[0])).toEqual(gaps);
  }
});

it('the chart of the quarters names the goals that it has no line for', () => {
  const notes = (ledger: Ledger): string[] => (CHARTS['goal-trend']?.(ledger, {}).notes ?? []).map(plainText);
  expect(notes(third)[0]).toBe(
    '注：图中为计划所列的前4项，“数字化车间、智能工厂”“网络零售额”“新建5G基站”没有列入。',
  );
  const goals = third.goals.slice(0, 6);
  expect(notes({ ...third, goals }).join()).not.toContain('没有列入');
});

it('what has fallen below where the year began has a minus in cells and at bars, and the axis of the bars goes on to it', () => {
  const rate = { ...(third.goals[2]?.target?.rate as NonNullable<TargetRecord['rate']>), value: -4.5 };
  const goals = third.goals.map((goal, i) =>
    i === 2 && goal.target ? { ...goal, target: { ...goal.target, rate } } : goal,
  );
  const fallen = { ...third, goals };
  expect(table('goals', fallen).map((row) => row[4])).toContain('−4.5');
  const bars = [
    chart('goal-rates', fallen),
    YEAR_CHARTS['goal-bullets']?.({ ...year, quarter: fallen }, {}).chart,
  ];
  for (const one of bars) {
    expect(one?.series[0]?.points.map(({ label }) => label)).toContain('−4.5');
    expect(one?.valueAxis.min).toBeNull();
  }
  expect(CHARTS['goal-rates']?.(fallen, {}).alt).toContain('完成−4.5%，序时进度75.0%');
});

/** A target that is reached or not, and is not. */
const notThere = (record: TargetRecord): TargetRecord => ({
  ...record,
  target: { ...record.target, operator: 'yesNo', value: 1, unit: '套' },
  value: { ...(record.value ?? record.planned), value: 0, unit: '套' },
  status: 'farBehind',
  previousStatus: 'farBehind',
});

it('what is there or is not is said in words in every table', () => {
  const own = third.tasks.find(({ targets }) => targets.length === 1);
  if (!own) throw new Error('no task of one target');
  const record = notThere(own.targets[0] as TargetRecord);
  const changed = withTargets(third, own.task.no, [record]);
  const row = table('task-ledger', changed).find(([no]) => no === String(own.task.no));
  expect(row?.[4]).toBe('未实现');

  const ofYear = YEAR_TABLES['track-tasks']?.(
    { ...year, quarter: withTargets(year.quarter, own.task.no, [record]) },
    { track: String(own.track.no) },
  );
  expect(ofYear && rows(ofYear).find(([no]) => no === String(own.task.no))?.[4]).toBe('未实现');

  const goals = third.goals.map((goal) =>
    goal.goal.id === 'G15' && goal.target
      ? { ...goal, target: notThere(goal.target), status: 'farBehind' as const }
      : goal,
  );
  const urged = table('supervised', { ...third, goals }).find(([name]) => name?.includes('南昌'));
  expect(urged?.[2]).toBe('未实现');
});

it('a place’s web has no corner for what it has not, and the mean is of those that are scored', () => {
  const cities = year.cities as NonNullable<YearLedger['cities']>;
  const [silent, without, ...others] = cities.cities as [CityRecord, CityRecord, ...CityRecord[]];
  const nought = (record: CityRecord, changed: Partial<CityRecord['indicators'][number]>) =>
    record.indicators.map((one) => ({ ...one, score: { ...one.score, value: 0 }, ...changed }));
  const all: CityRecord[] = [
    {
      ...silent,
      rank: { rank: null, previousRank: null, moved: null },
      indicators: nought(silent, { value: null }),
    },
    { ...without, indicators: nought(without, { applies: false }) },
    ...others,
  ];
  const web = YEAR_CHARTS['city-profile']?.(
    { ...year, cities: { ...cities, cities: all } },
    { city: without.city.name },
  );
  const { indicators } = without;
  expect(values(web?.chart.series[0])).toEqual(indicators.map(() => null));
  const means = indicators.map((_, i) => {
    const scores = others.map((record) => record.indicators[i]?.score.value ?? 0);
    return scores.reduce((sum, score) => sum + score, 0) / scores.length;
  });
  for (const [i, mean] of means.entries())
    expect(Math.abs((values(web?.chart.series[1])[i] ?? 0) - mean)).toBeLessThanOrEqual(0.0501);
});

it('the change of a track is told as its shares are everywhere, rounded once', () => {
  const [first, ...others] = third.tracks;
  if (!first) throw new Error('no track');
  // 45.45…% is no 46%.
  const none = {
    done: 0,
    ahead: 0,
    onPace: 0,
    behind: 0,
    farBehind: 0,
    notStarted: 0,
    toVerify: 0,
    notReported: 0,
  };
  const tasks = Array.from({ length: 11 }, () => first.tasks[0] as (typeof first.tasks)[number]);
  const counts = { ...none, onPace: 5, behind: 6 };
  const { series } = chart('track-change', { ...third, tracks: [{ ...first, tasks, counts }, ...others] });
  expect(series[1]?.points[0]).toMatchObject({ label: '45.5', value: 45.5 });
});

it('where rows may be left out, what needs attention comes first; elsewhere tasks keep their order', () => {
  const no = 4;
  const all = rows((TABLES['track-targets'] as (typeof TABLES)[string])(third, { track: String(no) }, null));
  const rest = rows(
    (TABLES['track-targets'] as (typeof TABLES)[string])(third, { track: String(no), rest: '' }, null),
  );
  const numbers = all.map(([task]) => Number(task));
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  expect(rest.toSorted()).toEqual(all.toSorted());
  expect(rest.slice(0, 2).map((row) => row.at(-1))).toEqual(['◆滞后', '◇待核实']);
});

it('what a unit owes is called a task or a goal, with its number and what is missing of it', () => {
  const { unit, missing } =
    third.returns.find((one) => one.missing.some(({ kind }) => kind === 'task')) ?? {};
  const item = missing?.[0];
  if (!unit || !item) throw new Error('nobody owes anything');
  const owed = { ...item, kind: 'goal' as const, id: 'G01', name: '数字经济规模' };
  const returns = third.returns.map((one) =>
    one.unit.name === unit.name ? { ...one, missing: [item, owed] } : { ...one, missing: [] },
  );
  expect(table('missing-items', { ...third, returns }).map((row) => row.slice(0, 3))).toEqual([
    [unit.name, `任务${item.id}`, item.name],
    [unit.name, '目标G01', '数字经济规模'],
  ]);
});
