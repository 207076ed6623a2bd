/** What became of tasks since last quarter, where it is worth telling. */
import { innerQuotes } from '../../base/chinese/text.ts';
import type { Ledger, TaskRecord } from '../../model/ledger/ledger.ts';
import { previousPeriod } from '../../model/period.ts';
import { changedTasks } from '../choice/changed-tasks.ts';
import { rich } from '../engine/value.ts';
import { revisedSince } from '../texts/revised-text.ts';
import { type CellValue, columns, simpleTable, statusMark, type TableContent, taskName } from './cells.ts';

export function statusChanges(ledger: Ledger): TableContent {
  const changed = changedTasks(ledger);
  const body = changed.map(({ change, task }): CellValue[] => [
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
    {
      notes: twoTargets(
        changed.map(({ task }) => task),
        ledger,
      ),
    },
  );
}

/** Of a task whose target was changed in the quarter, the two verdicts are of two targets; [] where there is none. */
function twoTargets(tasks: readonly TaskRecord[], { period }: Ledger): TableContent['notes'] {
  const before = previousPeriod(period);
  const names = tasks.flatMap((task) =>
    before && task.targets.some((target) => revisedSince(target, before))
      ? [`“${innerQuotes(taskName(task))}”`]
      : [],
  );
  if (names.length === 0) return [];
  return [rich(`${names.join('')}的目标在本季度作了调整，上季度的状态按当时的目标评定。`).rich];
}
