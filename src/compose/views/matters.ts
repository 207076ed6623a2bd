/** 事项: problems that stand out and matters to coordinate, for texts; as tables: tables/matters.ts. */
import { BLANK_CLAUSE, BLANK_DATE } from '../../base/chinese/blank.ts';
import { clause } from '../../base/chinese/clause.ts';
import { groupBy } from '../../base/group.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import { againWord, isRed, type Judged, outstanding, unitsOf } from '../choice/outstanding.ts';
import type { View } from '../engine/value.ts';
import { count } from '../figures.ts';
import { askedBy, mattersOf } from '../meeting/matters.ts';
import { isTask } from '../meeting/requests.ts';
import { goalName } from '../names.ts';
import { oneOrMany } from '../texts/fold.ts';

export function mattersView(ledger: Ledger): View {
  const matters = mattersOf(ledger);
  const problems = outstanding(ledger);
  const { goals, tasks } = problems;
  const units = unitsOf(problems);
  const again = matters.filter((matter) => matter.open);
  const asked = groupBy(matters, (matter) => matter.lead);
  return {
    总数: count(matters.length, '各单位提请协调的事项'),
    单位数: count(new Set(matters.map(({ coordination }) => coordination.by)).size, '提请协调的单位', '个'),
    提出单位: oneOrMany(
      matters.map(({ coordination }) => coordination.by),
      '提请协调的单位',
    ),
    牵头一家: asked.size === 1,
    牵头各一项: asked.size > 1 && asked.size === matters.length,
    突出单位: units.size > 0,
    突出所指: reasonsOf([...goals, ...tasks]),
    突出任务: tasks.length > 0,
    突出任务数: count(tasks.length, '严重滞后、未启动和连续两个季度滞后的任务'),
    突出目标: goals.length > 0,
    突出目标数: count(goals.length, '严重滞后、未启动和连续两个季度滞后的年度目标'),
    突出单位数: count(units.size, '有突出问题的单位', '个'),
    重提数: count(again.length, '上次会议议定、尚未办结而再次提请的事项'),
    重提: again.map(({ no }) => String(no)),
    空: BLANK_CLAUSE,
    空日期: BLANK_DATE,
    逐项: matters.map(
      (matter): View => ({
        序号: String(matter.no),
        事项: clause(matter.coordination.matter.value),
        提出: askedBy(matter),
        简要: isTask(matter.about) ? matter.about.task.brief : goalName(matter.about.goal),
        牵头: matter.lead,
        配合: matter.cooperating.join('、'),
        有配合: matter.cooperating.length > 0,
        时限: matter.due || BLANK_DATE,
      }),
    ),
    牵头: [...asked]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(
        ([unit, items]): View => ({ 单位: unit, 项数: count(items.length, `建议由${unit}牵头办理的事项`) }),
      ),
  };
}

/** 严重滞后、未启动和连续两个季度滞后: the reasons for which they stand out, as far as there are any. */
function reasonsOf(all: readonly Judged[]): string {
  const again = all.filter((one) => !isRed(one));
  const words = [
    ...(all.some(({ status }) => status === 'farBehind') ? ['严重滞后'] : []),
    ...(all.some(({ status }) => status === 'notStarted') ? ['未启动'] : []),
    ...(again.length > 0 ? [againWord(again)] : []),
  ];
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join('、')}和${words.at(-1)}`;
}
