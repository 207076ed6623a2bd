/** What next quarter asks for: lagging tasks that catch up, numbers that hold their pace, stages that come due. */
import { formatMonthDay } from '../../base/chinese/date.ts';
import { groupBy } from '../../base/group.ts';
import { byCodeUnit } from '../../base/order.ts';
import type { Ledger, TargetRecord } from '../../model/ledger/ledger.ts';
import { goalsWithRest, hasRest, stagesDueNext, tasksToKeep } from '../choice/due-next.ts';
import { remainingOf, taskNeed } from '../choice/remaining.ts';
import { rich } from '../engine/value.ts';
import { count } from '../figures.ts';
import { isLagging } from '../texts/lagging.ts';
import { markedTarget, revisedNote } from '../texts/revised-text.ts';
import { valueText } from '../texts/target-text.ts';
import { balanced } from './balance.ts';
import {
  cell,
  columns,
  headCell,
  SHEET_MM,
  statusMark,
  type TableContent,
  TEXT_MM,
  tableOf,
  taskName,
} from './cells.ts';
import { roomForFigures } from './figure-room.ts';

/** By responsible unit; at the year's end the same rows say what is carried over. */
export function catchUp(ledger: Ledger): TableContent {
  const last = ledger.period.quarter === 4;
  const lagging = ledger.tasks.filter(isLagging);
  const [need, measures] = [last ? '尚未完成的部分' : '须赶上的进度', '责任单位报送的措施'];
  // On landscape pages but for the year's end, when the table stands in the text.
  const table = tableOf(
    [...groupBy(lagging, (task) => task.unit).values()].flat(),
    [
      ['责任单位', last ? 23 : 28, 'left', ({ unit }) => unit],
      ['任务', last ? 32 : 44, 'left', taskName],
      ['状态', last ? 21.4 : 21, 'left', ({ status }) => statusMark(status)],
      [need, last ? 38 : 78, 'left', (task) => taskNeed(task, ledger)],
      [measures, last ? 41.6 : 76, 'left', ({ next }) => next?.value ?? '未报送'],
    ],
    { density: last ? 'normal' : 'dense' },
  );
  return balanced(table, ['任务', need, measures], last ? TEXT_MM : SHEET_MM);
}

export function keepPace(ledger: Ledger): TableContent {
  const rows = tasksToKeep(ledger).flatMap((task) =>
    task.targets.flatMap((record) =>
      amounts(String(task.task.no), record.target.name, record, task.unit, ledger),
    ),
  );
  return amountTable('任务', rows, ledger);
}

/** The annual goals that are not reached yet, as far as it is known what is missing. */
export function goalsRemaining(ledger: Ledger): TableContent {
  const open = new Set(goalsWithRest(ledger));
  // By the number and the name that it has in the other papers.
  const rows = ledger.goals.flatMap((record, i) => {
    const { goal, target } = record;
    return target && open.has(record)
      ? amounts(String(i + 1), goal.name, target, goal.responsible.unit, ledger)
      : [];
  });
  return amountTable('序号', rows, ledger);
}

const beforeThird = ({ period }: Ledger): boolean => period.quarter < 3;

interface Amounts {
  no: string;
  name: string;
  unit: string;
  record: TargetRecord;
  remaining: ReturnType<typeof remainingOf>;
}

function amounts(no: string, name: string, record: TargetRecord, unit: string, ledger: Ledger): Amounts[] {
  if (!hasRest(record, ledger)) return [];
  return [{ no, name, unit, record, remaining: remainingOf(record, ledger) }];
}

/** Millimetres: 约0.52万亿元, 3.8个百分点 and 省通信管理局 are one line each, the narrower while the third quarter is to come. */
function amountTable(first: string, rows: readonly Amounts[], ledger: Ledger): TableContent {
  const next = beforeThird(ledger);
  const table = tableOf(
    rows,
    [
      [first, next ? 8.6 : 9, 'centre', ({ no }) => no],
      ['指标', next ? 26.4 : 38.4, 'left', ({ name }) => name],
      ['年度目标', next ? 22.2 : 23, 'right', ({ record }) => markedTarget(record)],
      ['累计完成', 20.6, 'right', ({ record }) => valueText(record, record.value)],
      ['还差', next ? 19.8 : 21, 'right', ({ remaining }) => remaining.missing],
      ['月均须完成', next ? 19.2 : 21, 'right', ({ remaining }) => remaining.monthly],
      next && ['下季度末应达到', 18.2, 'right', ({ remaining }) => remaining.nextQuarter],
      ['责任单位', next ? 21 : 23, 'left', ({ unit }) => unit],
    ],
    { density: 'dense', notes: revisedNote(rows.map(({ name, record }) => ({ name, target: record }))) },
  );
  return roomForFigures(table, '指标');
}

/** Stages under the day by which they are due. */
export function stagesDue(ledger: Ledger): TableContent {
  const rows = ledger.tasks
    .flatMap((task) => stagesDueNext(task, ledger).map((stage) => ({ task, stage })))
    .sort((a, b) => byCodeUnit(a.stage.due, b.stage.due) || a.task.task.no - b.task.task.no);
  const body = [...groupBy(rows, ({ stage }) => stage.due)].flatMap(([due, own]) => [
    [
      {
        ...cell(rich(`${formatMonthDay(due)}前（`, count(own.length, `${due}到期的阶段`, '个阶段'), '）')),
        colSpan: 3,
        header: true,
      },
    ],
    ...own.map(({ task, stage }) => [taskName(task), stage.stage, task.unit].map(cell)),
  ]);
  return {
    unitNote: '',
    columns: columns([76, 'left'], [48, 'left'], [32, 'left']),
    head: [['任务', '应到阶段', '责任单位'].map(headCell)],
    body,
    notes: [],
    density: 'normal',
  };
}
