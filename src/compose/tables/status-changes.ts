/** Tasks that turned good, turned lagging, or lag for the second quarter running; what had not begun is not said to have lagged. */
import type { Ledger } from '../../model/ledger.ts';
import { isFineStatus, isLaggingStatus, type Status } from '../../model/status.ts';
import { isIdle } from '../lagging.ts';
import { type CellValue, columns, simpleTable, statusMark, type TableContent, taskName } from './cells.ts';

interface Change {
  name: string;
  holds(now: Status, before: Status): boolean;
}

const isKnown = (status: Status): boolean => isFineStatus(status) || isLaggingStatus(status);
const late = (now: Status): boolean => isLaggingStatus(now) && !isIdle(now);

const CHANGES: readonly Change[] = [
  { name: '由滞后转好', holds: (now, before) => isFineStatus(now) && late(before) },
  { name: '由未启动转好', holds: (now, before) => isFineStatus(now) && isIdle(before) },
  { name: '新转为滞后', holds: (now, before) => late(now) && isFineStatus(before) },
  { name: '新列为未启动', holds: (now, before) => isIdle(now) && isFineStatus(before) },
  { name: '补报或核实后滞后', holds: (now, before) => late(now) && !isKnown(before) },
  { name: '补报或核实后未启动', holds: (now, before) => isIdle(now) && !isKnown(before) },
  { name: '连续滞后', holds: (now, before) => late(now) && late(before) },
  { name: '由未启动转为滞后', holds: (now, before) => late(now) && isIdle(before) },
  { name: '由滞后转为未启动', holds: (now, before) => isIdle(now) && late(before) },
  { name: '连续未启动', holds: (now, before) => isIdle(now) && isIdle(before) },
];

export function statusChanges(ledger: Ledger): TableContent {
  const body = CHANGES.flatMap((change) =>
    ledger.tasks
      .filter((task) => task.previousStatus && change.holds(task.status, task.previousStatus))
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
    columns([26, 'left'], [56, 'left'], [26, 'left'], [24, 'left'], [24, 'left']),
    body,
  );
}
