/** What papers print of what was reported and judged, one by one: two states of the data are held against each other by it. */
import { formatQuantity } from '../base/chinese/format.ts';
import type { Fact } from '../model/archive/issued.ts';
import type { CityLedger } from '../model/ledger/city-ledger.ts';
import {
  type GoalRecord,
  isYear,
  ledgerOf,
  type Subject,
  type TargetRecord,
  type TaskRecord,
} from '../model/ledger/ledger.ts';
import type { ProjectLedger } from '../model/ledger/project-ledger.ts';
import { PROJECT_STATE_WORDS } from '../model/ledger/project-ledger.ts';
import type { Statistic } from '../model/statistics/statistic.ts';
import { statisticPeriodName } from '../model/statistics/statistic-period.ts';
import { STATUS_FACES } from '../model/status.ts';
import { goalName, taskName } from './names.ts';
import { milestoneText } from './texts/milestone-text.ts';
import { noValueText, valueText } from './texts/target-text.ts';

/** Each with a name by which it is found again in another state of the same data. */
export function factsOf(subject: Subject): Fact[] {
  const ledger = ledgerOf(subject);
  return [
    ...(ledger?.goals.flatMap(ofGoal) ?? []),
    ...(ledger?.tasks.flatMap(ofTask) ?? []),
    ...(ledger?.cities ? ofCities(ledger.cities) : []),
    ...(subject.projects ? ofProjects(subject.projects) : []),
    ...(isYear(subject) ? subject.statistics.values.map(ofStatistic) : []),
  ];
}

function ofGoal({ goal, target, status }: GoalRecord): Fact[] {
  if (!target) return [];
  const about = { who: goal.responsible.unit, what: goalName(goal) };
  return [
    { key: target.target.id, kind: 'value', ...about, text: amountOf(target) },
    ...(status
      ? [{ key: `${target.target.id} status`, kind: 'status' as const, ...about, text: wordOf(status) }]
      : []),
  ];
}

function ofTask(record: TaskRecord): Fact[] {
  const { task, unit, targets, status } = record;
  const about = { who: unit, what: taskName(task) };
  const stage = milestoneText(record, 'reached');
  const single = targets.length === 1;
  return [
    ...targets.map((target): Fact => {
      const { id, name } = target.target;
      return {
        key: id,
        kind: 'value',
        who: unit,
        what: single ? about.what : `任务${task.no}（${name}）`,
        text: amountOf(target),
      };
    }),
    ...(stage === null ? [] : [{ key: `${task.no} stage`, kind: 'value' as const, ...about, text: stage }]),
    { key: `${task.no} status`, kind: 'status', ...about, text: wordOf(status) },
  ];
}

const ofCities = ({ cities }: CityLedger): Fact[] =>
  cities.flatMap(({ city, indicators, duties }) => [
    // What is worked out of key projects is told of these.
    ...indicators
      .filter(({ applies, indicator }) => applies && indicator.basis !== 'projects')
      .map(({ indicator, value }): Fact => {
        const text = value ? formatQuantity(value) : NOT_REPORTED;
        return {
          key: `${city.name} ${indicator.id}`,
          kind: 'value',
          who: city.name,
          what: indicator.name,
          text,
        };
      }),
    ...duties.map(({ duty, status }): Fact => {
      return {
        key: `${city.name} ${duty.id} status`,
        kind: 'status',
        who: city.name,
        what: duty.what,
        text: wordOf(status),
      };
    }),
  ]);

const ofProjects = ({ projects }: ProjectLedger): Fact[] =>
  projects.flatMap(({ project, invested, state }) => {
    const about = { who: project.city, what: `重点项目${project.code}（${project.name}）` };
    const text = invested ? formatQuantity(invested) : NOT_REPORTED;
    return [
      {
        key: `${project.code} invested`,
        kind: 'value' as const,
        ...about,
        what: `${about.what}累计完成投资`,
        text,
      },
      { key: `${project.code} state`, kind: 'status' as const, ...about, text: PROJECT_STATE_WORDS[state] },
    ];
  });

const ofStatistic = ({ series, region, period, vintage, source, figure, absent }: Statistic): Fact => ({
  key: `${series.id}@${period.id}/${region}#${vintage} ${source.id}`,
  kind: 'statistic',
  who: region,
  what: `${statisticPeriodName(period)}${series.name}`,
  text: figure ? formatQuantity(figure) : absent,
});

const NOT_REPORTED = '未报送';
const wordOf = (status: keyof typeof STATUS_FACES): string => STATUS_FACES[status].word;

function amountOf(target: TargetRecord): string {
  const value = valueText(target, target.value);
  if (value === null) return noValueText(target);
  return typeof value === 'string' ? value : formatQuantity(value);
}
