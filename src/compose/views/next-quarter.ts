/** 安排: what the quarter after asks for, or, at the year's end, what is carried over. */
import { formatDate, formatMonthDay } from '../../base/chinese/date.ts';
import { innerQuotes } from '../../base/chinese/text.ts';
import { groupBy } from '../../base/group.ts';
import type { Ledger, TargetRecord, TaskRecord } from '../../model/ledger/ledger.ts';
import {
  nextPeriod,
  periodEnd,
  periodName,
  quarterEnd,
  quarterOrdinal,
  remainingMonths,
} from '../../model/period.ts';
import { isLaggingStatus } from '../../model/status.ts';
import { goalsToReach, goalsWithRest, stagesDueNext, tasksToKeep } from '../choice/due-next.ts';
import { REMAINING_RULE, remainingSentence, taskNeed } from '../choice/remaining.ts';
import { type Rich, rich, type View } from '../engine/value.ts';
import { count } from '../figures.ts';
import { annexes } from '../texts/annexes.ts';
import { oneOrMany } from '../texts/fold.ts';
import { isLagging } from '../texts/lagging.ts';
import { join } from '../texts/sentences.ts';
import { taskItem } from './tasks.ts';

/** Units named where lagging tasks are concentrated. */
const MOST_NAMED = 4;

export function nextQuarterView(ledger: Ledger): View {
  const { period, nextSetting, tasks } = ledger;
  const next = nextPeriod(period);
  const lagging = tasks.filter(isLagging);
  const keeping = tasksToKeep(ledger);
  const numbers = tasks.filter(({ targets }) => targets.length > 0);
  const goals = goalsToReach(ledger);
  const told = goalsWithRest(ledger);
  const staged = tasks.filter((task) => stagesDueNext(task, ledger).length > 0);
  const due = targetsDueNext(ledger);
  // What is to be there or not has no amount for an annex.
  const unlisted = due.filter(
    ({ record, task }) =>
      task && record.target.operator === 'yesNo' && !isLagging(task) && !staged.includes(task),
  );
  return {
    期: next ? periodName(next) : `${period.year + 1}年`,
    标题: next ? `${periodName(next)}重点工作安排` : `${period.year}年收尾和结转工作安排`,
    季度: next ? `${quarterOrdinal(next.quarter)}季度` : '下一年度',
    月份: remainingMonths(period),
    季末: quarterEnd(next),
    末季: next?.quarter === 4,
    报送期限: nextSetting ? formatDate(nextSetting.due) : null,
    有报送期限: nextSetting !== null,
    赶进度数: count(lagging.length, '滞后、严重滞后和未启动的任务'),
    集中: concentration(lagging),
    赶进度单位数: count(new Set(lagging.map((task) => task.unit)).size, '有滞后任务的单位', '个'),
    赶进度单位: oneOrMany(
      lagging.map((task) => task.unit),
      '有滞后任务的单位',
      '责任单位',
    ),
    赶进度一家: new Set(lagging.map((task) => task.unit)).size === 1,
    保进度数: count(keeping.length, '达到序时进度、年度目标尚未完成的数量任务'),
    数量任务均完成: numbers.length > 0 && numbers.every(({ status }) => status === 'done'),
    目标均未完成: goals.length === ledger.goals.filter((goal) => goal.target).length,
    未完成目标数: count(goals.length, '尚未完成的量化年度目标'),
    有目标须完成数: told.length > 0,
    // Of growth, or of a limit that is kept, nothing is left to be done but to keep it so.
    目标均保持:
      told.length === 0 && goals.every(({ target }) => target?.value && !isLaggingStatus(target.status)),
    有须完成数: told.length + keeping.length > 0,
    附件: annexes({ 须完成: told.length + keeping.length, 赶进度: lagging.length, 到期: staged.length }),
    到期数: count(staged.length, '下季度有阶段到期的任务'),
    到期指标数: count(due.length, '完成时限在下季度、尚未完成的指标'),
    到期指标: due.map(dueItem),
    另到期指标: unlisted.map(dueItem),
    待核实数: count(ledger.counts.toVerify, '待核实的任务'),
    规则: REMAINING_RULE,
    滞后目标: ledger.goals.flatMap((goal) => {
      const need =
        goal.target && isLaggingStatus(goal.target.status) ? remainingSentence(goal.target, ledger) : null;
      return need ? [{ 名称: goal.goal.name, 单位: goal.goal.responsible.unit, 缺口: need }] : [];
    }),
    滞后数量任务: lagging.filter((task) => task.targets.length > 0).map(needItem(ledger)),
  };
}

/** 涉及9个单位，其中省工信厅4项、省发改委4项: where lagging tasks are concentrated; one of many is not; 由省工信厅承担 of one unit. */
function concentration(lagging: readonly TaskRecord[]): Rich {
  const byUnit = [...groupBy(lagging, (task) => task.unit)].sort((a, b) => b[1].length - a[1].length);
  const all = byUnit.length <= MOST_NAMED;
  const named = byUnit
    .filter(([, tasks]) => all || tasks.length > 1)
    .slice(0, MOST_NAMED)
    .map(([unit, tasks]) => rich(unit, count(tasks.length, `${unit}滞后、严重滞后和未启动的任务`)));
  const [only] = byUnit;
  if (only && byUnit.length === 1) return rich(`由${only[0]}承担`);
  const units = rich('涉及', count(byUnit.length, '有滞后任务的单位', '个'), '单位');
  if (named.length === 0) return units;
  return all ? rich('涉及', join(named, '、')) : rich(units, '，其中', join(named, '、'));
}

const needItem =
  (ledger: Ledger) =>
  (task: TaskRecord): View => ({ ...taskItem(task), 缺口: taskNeed(task, ledger) });

/** Numbers to be reached by a day of next quarter; those of the year's end are all that is left then. */
function targetsDueNext({ period, goals, tasks }: Ledger): Due[] {
  const next = nextPeriod(period);
  if (!next) return [];
  const within = ({ target: { deadline }, status }: TargetRecord): boolean =>
    deadline !== undefined &&
    status !== 'done' &&
    deadline > periodEnd(period) &&
    deadline <= periodEnd(next);
  return [
    ...goals.flatMap(({ target }) => (target && within(target) ? [{ record: target }] : [])),
    ...tasks.flatMap((task) => task.targets.filter(within).map((record) => ({ record, task }))),
  ];
}

interface Due {
  record: TargetRecord;
  /** undefined: it is an annual goal's. */
  task?: TaskRecord;
}

const dueItem = ({ record: { target }, task }: Due): View => ({
  所属: task ? `任务${task.task.no}` : '年度目标',
  名称: innerQuotes(target.name),
  单位: target.responsible.unit,
  期限: formatMonthDay(target.deadline ?? ''),
});
