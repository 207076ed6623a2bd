/** What became of tasks since last quarter, where it is worth telling. */
import type { Ledger } from '../../model/ledger/ledger.ts';
import { changedTasks } from '../choice/changed-tasks.ts';
import { type CellValue, columns, simpleTable, statusMark, type TableContent, taskName } from './cells.ts';

export function statusChanges(ledger: Ledger): TableContent {
  const body = changedTasks(ledger).map(({ change, task }): CellValue[] => [
    change,
    taskName(task),
    task.unit,
    task.previousStatus && statusMark(task.previousStatus),
    statusMark(task.status),
  ]);
  return simpleTable(
    ['变化', '任务', '责任单位', '上季度', '本季度'],
    columns([26, 'left'], [56, 'left'], [26, 'left'], [24, 'left'], [24, 'left']),
    body,
  );
}
