/** 目标: the annual goals in counts and lists. */
import { clause, sentence } from '../../base/chinese/clause.ts';
import { groupBy } from '../../base/group.ts';
import { NOBODY_ASKED } from '../../base/messages/reasons.ts';
import type { GoalRecord, Ledger } from '../../model/ledger/ledger.ts';
import { isFineStatus, isLaggingStatus, isUnknownStatus, type Status } from '../../model/status.ts';
import { TO_BE_NAMED } from '../../model/unit.ts';
import { ratedGoals } from '../charts/goal-rates.ts';
import { trendGoals } from '../charts/goal-trend.ts';
import { type Rich, rich, type View } from '../engine/value.ts';
import { count } from '../figures.ts';
import { reasonOf } from '../texts/reason.ts';
import { goalSentence } from '../texts/sentences.ts';
import { goalsCounted, goalsLagging, goalsStanding, pendingGoals } from '../texts/standing-text.ts';
import { targetText } from '../texts/target-text.ts';
import { inPlaceOfValue } from './explanation.ts';

export function goalsView(ledger: Ledger): View {
  const measured = ledger.goals.filter((record) => record.target);
  const having = (test: (status: Status) => boolean) => measured.filter((r) => r.status && test(r.status));
  const done = having((status) => status === 'done');
  const fine = having(isFineStatus);
  const lagging = having(isLaggingStatus);
  const farBehind = having((status) => status === 'farBehind');
  const unknown = having(isUnknownStatus);
  const excused = having((status) => status === 'notReported').filter(({ progress }) => progress);
  // Of more than one of which nothing is said, it is said once.
  const unreported = unknown.filter(isUnreported);
  const wordless = ledger.goals.filter((record) => !record.target);
  return {
    总数: count(ledger.goals.length, '年度目标'),
    量化数: count(measured.length, '有数量的年度目标'),
    正常数: count(fine.length, '达到序时进度及以上的量化年度目标'),
    已完成数: count(done.length, '已完成的量化年度目标'),
    滞后数: count(lagging.length, '滞后的量化年度目标'),
    滞后情况: goalsLagging(ledger),
    评定情况: goalsStanding(ledger),
    滞后均严重: lagging.length > 0 && lagging.length === farBehind.length,
    严重滞后数: count(farBehind.length, '严重滞后的量化年度目标'),
    未到期数: pendingGoals(goalsCounted(ledger).pending),
    无法评定数: count(unknown.length, '未报送或待核实的量化年度目标'),
    已完成: done.map(item),
    滞后: lagging.map(item),
    无法评定: (unreported.length > 1 ? unknown.filter((one) => !unreported.includes(one)) : unknown).map(
      item,
    ),
    均未报: unreported.length > 1 ? unreported.map(item) : [],
    未报送有说明: excused.map(item),
    有完成率: ratedGoals(ledger).length > 0,
    有逐季: trendGoals(ledger).length > 0,
    有说明: excused.length > 0,
    无数量: wordless.map(item),
    各组: [...groupBy(measured, ({ group }) => group.name)].map(
      ([name, records]): View => ({ 名称: name, 情况: groupStanding(records) }),
    ),
    各项: measured.flatMap(({ goal, target }): View[] =>
      target ? [{ 名称: goal.name, 目标: targetText(target), 单位: goal.responsible.unit }] : [],
    ),
  };
}

/** 3项年度目标均已完成; 3项年度目标中，甲、乙没有完成，其余已完成. */
function groupStanding(records: readonly GoalRecord[]): Rich {
  const all = count(records.length, '有数量的年度目标');
  const told = STANDINGS.flatMap(([test, word]) => {
    const some = records.filter(({ status }) => status && test(status));
    return some.length > 0 ? [{ some, word }] : [];
  });
  const [only] = told;
  if (only && told.length === 1) return rich(all, '年度目标', records.length > 1 ? '均' : '', only.word);
  const named = ({ some, word }: (typeof told)[number]): string =>
    (word === DONE ? '其余' : some.map(({ goal }) => goal.name).join('、')) + word;
  return rich(all, '年度目标中，', told.map(named).join('，'));
}

const DONE = '已完成';
/** What has to be known comes first. */
const STANDINGS: readonly [test: (status: Status) => boolean, word: string][] = [
  [isLaggingStatus, '没有完成'],
  [isUnknownStatus, '无法评定'],
  [(status) => status !== 'done' && isFineStatus(status), '未到完成期限'],
  [(status) => status === 'done', DONE],
];

/** Nothing came, and nothing says why. */
const isUnreported = (record: GoalRecord): boolean =>
  record.status === 'notReported' && causeOf(record) === '' && !inPlaceOfValue(record).有说明;

const causeOf = ({ goal, target }: GoalRecord): string =>
  target?.findings.map(({ message, afterName = message }) => clause(afterName)).join('；') ||
  (goal.responsible.unit === TO_BE_NAMED ? NOBODY_ASKED : '');

function item(record: GoalRecord): View {
  const reason = reasonOf(record);
  return {
    名称: record.goal.name,
    单位: record.goal.responsible.unit,
    情况: goalSentence(record),
    沿用: record.target?.carried ?? false,
    进展: record.progress && sentence(record.progress.value),
    有进展: record.progress !== null,
    ...inPlaceOfValue(record),
    原因: reason && clause(reason),
    有原因: reason !== null,
    下步: record.next && clause(record.next.value),
    有下步: record.next !== null,
    事由: causeOf(record),
  };
}
