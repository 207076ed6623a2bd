/** What next quarter asks for: lagging tasks that catch up, numbers that hold their pace, stages that come due. */
import { formatMonthDay } from '../../base/chinese/date.ts';
import { groupBy } from '../../base/group.ts';
import { byCodeUnit } from '../../base/order.ts';
import type { Ledger, TargetRecord } from '../../model/ledger.ts';
import { goalsToReach, stagesDueNext, tasksToKeep } from '../due-next.ts';
import { rich } from '../engine/value.ts';
import { count } from '../figures.ts';
import { isLagging } from '../lagging.ts';
import { remainingOf, taskNeed } from '../remaining.ts';
import { targetText, valueText } from '../target-text.ts';
import { balanced } from './balance.ts';
import {
  type CellValue,
  cell,
  columns,
  headCell,
  simpleTable,
  statusMark,
  type TableContent,
  taskName,
} from './cells.ts';
import { roomForFigures } from './figure-room.ts';

/** By responsible unit; at the year's end the same rows say what is carried over. */
export function catchUp(ledger: Ledger): TableContent {
  const last = ledger.period.quarter === 4;
  const lagging = ledger.tasks.filter(isLagging);
  const body = [...groupBy(lagging, (task) => task.unit)].flatMap(([unit, tasks]) =>
    tasks.map((task): CellValue[] => [
      unit,
      taskName(task),
      statusMark(task.status),
      taskNeed(task, ledger),
      task.next?.value ?? '未报送',
    ]),
  );
  const table = simpleTable(
    ['责任单位', '任务', '状态', last ? '尚未完成的部分' : '须赶上的进度', '责任单位报送的措施'],
    // On landscape pages but for the year's end, when the table stands in the text.
    last
      ? columns([23, 'left'], [32, 'left'], [21.4, 'left'], [38, 'left'], [41.6, 'left'])
      : columns([28, 'left'], [44, 'left'], [21, 'left'], [78, 'left'], [76, 'left']),
    body,
    { density: last ? 'normal' : 'dense' },
  );
  return last ? table : balanced(table, ['任务', '须赶上的进度', '责任单位报送的措施']);
}

export function keepPace(ledger: Ledger): TableContent {
  const rows = tasksToKeep(ledger).flatMap((task) =>
    task.targets.flatMap((record) =>
      amounts(String(task.task.no), record.target.name, record, task.unit, ledger),
    ),
  );
  return amountTable('任务', rows, ledger);
}

/** The annual goals that are not reached yet. */
export function goalsRemaining(ledger: Ledger): TableContent {
  const open = new Set(goalsToReach(ledger));
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

function amounts(
  no: string,
  name: string,
  record: TargetRecord,
  unit: string,
  ledger: Ledger,
): CellValue[][] {
  const { missing, monthly, nextQuarter } = remainingOf(record, ledger);
  // A goal to be reached or not, such as a system in service, has no amount to miss.
  if (!missing && record.target.operator !== 'yesNo') return [];
  const target = targetText(record);
  const next = beforeThird(ledger) ? [nextQuarter] : [];
  const value = valueText(record, record.value);
  return [[no, name, target, value, missing, monthly, ...next, unit]];
}

/** Millimetres: 约0.52万亿元, 3.8个百分点 and 省通信管理局 are one line each. */
const WITH_NEXT = columns(
  [8.6, 'centre'],
  [26.4, 'left'],
  [22.2, 'right'],
  [20.6, 'right'],
  [19.8, 'right'],
  [19.2, 'right'],
  [18.2, 'right'],
  [21, 'left'],
);
const WITHOUT_NEXT = columns(
  [9, 'centre'],
  [38.4, 'left'],
  [23, 'right'],
  [20.6, 'right'],
  [21, 'right'],
  [21, 'right'],
  [23, 'left'],
);

function amountTable(first: string, rows: CellValue[][], ledger: Ledger): TableContent {
  const next = beforeThird(ledger);
  const table = simpleTable(
    [
      first,
      '指标',
      '年度目标',
      '累计完成',
      '还差',
      '月均须完成',
      ...(next ? ['下季度末应达到'] : []),
      '责任单位',
    ],
    next ? WITH_NEXT : WITHOUT_NEXT,
    rows,
    { density: 'dense' },
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
