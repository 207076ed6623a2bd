/** Tasks that turned good, turned lagging, or lag for the second quarter running. */
import type { Ledger, TaskRecord } from '../../model/ledger.ts';
import { isFineStatus, isLaggingStatus, type Status } from '../../model/status.ts';
import { isFine, isLagging } from '../lagging.ts';
import { type CellValue, columns, simpleTable, statusMark, type TableContent, taskName } from './cells.ts';

interface Change {
  name: string;
  holds(task: TaskRecord, previous: Status): boolean;
}

const CHANGES: readonly Change[] = [
  { name: '由滞后转好', holds: (task, previous) => isFine(task) && isLaggingStatus(previous) },
  { name: '新转为滞后', holds: (task, previous) => isLagging(task) && isFineStatus(previous) },
  {
    name: '补报或核实后滞后',
    holds: (task, previous) => isLagging(task) && !isLaggingStatus(previous) && !isFineStatus(previous),
  },
  { name: '连续滞后', holds: (task, previous) => isLagging(task) && isLaggingStatus(previous) },
];

export function statusChanges(ledger: Ledger): TableContent {
  const body = CHANGES.flatMap((change) =>
    ledger.tasks
      .filter((task) => task.previousStatus && change.holds(task, task.previousStatus))
      .map((task): CellValue[] => [
        change.name,
        taskName(task),
        task.unit,
        task.previousStatus && statusMark(task.previousStatus),
        statusMark(task.status),
      ]),
  );
  return simpleTable(
    ['变化', '任务', '责任单位', '上季度', '本季度'],
    columns([22, 'left'], [60, 'left'], [26, 'left'], [24, 'left'], [24, 'left']),
    body,
  );
}
