/** Tasks that turned good, turned lagging, or lag for the second quarter running; what had not begun is not said to have lagged. */
import type { Ledger, TaskRecord } from '../../model/ledger/ledger.ts';
import { isFineStatus, isLaggingStatus, type Status } from '../../model/status.ts';
import { isIdle } from '../texts/lagging.ts';

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

/** Tasks by what became of them since last quarter, in the order of the table. */
export const changedTasks = ({ tasks }: Ledger): { change: string; task: TaskRecord }[] =>
  CHANGES.flatMap((change) =>
    tasks
      .filter((task) => task.previousStatus && change.holds(task.status, task.previousStatus))
      .map((task) => ({ change: change.name, task })),
  );
