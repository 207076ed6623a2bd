/** 汇总: tasks by track and status, counted by formulas from the sheet of tasks. */
import {
  columnLetter,
  EXPORT_HEAD_ROWS,
  type ExportCell,
  type ExportColumn,
  type ExportTable,
} from '../../model/ledger/export-table.ts';
import type { ExportedTask, LedgerExport } from '../../model/ledger/ledger-export.ts';
import { isFineStatus, STATUS_FACES, STATUSES } from '../../model/status.ts';
import { column } from './target-cells.ts';
import { TASK_COLUMNS, TASK_SHEET } from './task-table.ts';
import { subtitleOf } from './words.ts';

const FINE = STATUSES.filter(isFineStatus);
const COLUMNS: readonly ExportColumn[] = [
  column('track', '专项', 26),
  column('total', '任务数', 8),
  ...STATUSES.map((status) => column(status, STATUS_FACES[status].word, 10)),
  column('fine', '达到序时进度及以上占比（%）', 14),
];
const FINE_FORMULA = `(${FINE.map((status) => `{${status}}`).join('+')})/{total}*100`;

/** Sheet 汇总. In: the exported ledger. Out: a row for each track and one for all, as formulas over the tasks. */
export function summaryTable(ledger: LedgerExport): ExportTable {
  const { tasks } = ledger;
  const names = [...new Set(tasks.map((task) => task.trackName))];
  const range = (key: string): string => {
    const letter = columnLetter(TASK_COLUMNS.findIndex((c) => c.key === key));
    return `'${TASK_SHEET}'!$${letter}$${EXPORT_HEAD_ROWS + 1}:$${letter}$${EXPORT_HEAD_ROWS + tasks.length}`;
  };
  const quarter = range(`s${tasks[0]?.statuses.length ?? 1}`);
  const trackRow = (name: string): Record<string, ExportCell> => {
    const own = tasks.filter((task) => task.trackName === name);
    const inTrack = `${range('track')},{track}`;
    return {
      track: name,
      ...counted(own, (status) =>
        status === undefined
          ? `COUNTIF(${inTrack})`
          : `COUNTIFS(${inTrack},${quarter},"${STATUS_FACES[status].word}")`,
      ),
    };
  };
  const totals = counted(tasks, (status) => {
    const letter = columnLetter(COLUMNS.findIndex((c) => c.key === (status ?? 'total')));
    return `SUM(${letter}${EXPORT_HEAD_ROWS + 1}:${letter}${EXPORT_HEAD_ROWS + names.length})`;
  });
  return {
    name: '汇总',
    title: `${ledger.periodName}${ledger.title}任务状态汇总`,
    subtitle: subtitleOf(ledger),
    columns: COLUMNS,
    rows: [...names.map((name) => ({ cells: trackRow(name) })), { cells: { track: '合计', ...totals } }],
  };
}

/** Cells of the counts; `formula` of undefined is that of all tasks. */
function counted(
  tasks: readonly ExportedTask[],
  formula: (status: (typeof STATUSES)[number] | undefined) => string,
): Record<string, ExportCell> {
  const count = (wanted: readonly string[]): number =>
    tasks.filter((task) => wanted.includes(task.status)).length;
  return {
    total: { formula: formula(undefined), result: tasks.length, decimals: 0 },
    ...Object.fromEntries(
      STATUSES.map((status) => [status, { formula: formula(status), result: count([status]), decimals: 0 }]),
    ),
    fine: { formula: FINE_FORMULA, result: (count(FINE) / tasks.length) * 100, decimals: 1 },
  };
}
