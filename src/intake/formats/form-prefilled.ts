/** The locked cells of the form's rows, kept for a look at what became of them (see ../prefilled.ts). */
import {
  type FormColumn,
  GOAL_COLUMNS,
  type GoalColumnKey,
  TASK_COLUMNS,
  type TaskColumnKey,
} from '../../model/returns/form.ts';
import type { Prefilled } from '../located/located.ts';
import type { PlanIndex } from '../plan/plan-index.ts';
import type { Cells } from './form-table.ts';
import { cellText, type SheetCell } from './sheet.ts';

/** Of a row in the table of tasks; `no` is the task to which it belongs. */
export function prefilledTask(cells: Cells<TaskColumnKey>, no: number, index: PlanIndex): Prefilled[] {
  const id = cellText(cells.targetId).normalize('NFKC').toUpperCase();
  const known = index.tasks.get(no)?.targets.some((target) => target.id === id);
  return [
    ...(known ? besideValue(id, cells.unit, cells.previous, cells.value) : []),
    ...(cells.value ? [] : inWords(TASK_COLUMNS, cells, known ? id : '')),
    ...(cells.no ? besideProgress(String(no), cells.previousProgress, cells.progress) : []),
  ];
}

/** Of a row in the table of annual goals. */
export function prefilledGoal(cells: Cells<GoalColumnKey>, id: string, index: PlanIndex): Prefilled[] {
  const target = index.goals.get(id)?.target;
  return [
    ...(target ? besideValue(target.id, cells.unit, cells.previous, cells.value) : []),
    ...(target && !cells.value ? inWords(GOAL_COLUMNS, cells, target.id) : []),
    ...besideProgress(id, cells.previousProgress, cells.progress),
  ];
}

/** Locked cells that hold words or the plan's own number, in a row without a value. */
function inWords<Key extends string>(
  columns: readonly FormColumn<Key>[],
  cells: Cells<Key>,
  of: string,
): Prefilled[] {
  return columns.flatMap(({ key, heading, entry }) => {
    const cell = entry || OWN_NUMBERS.includes(key) ? undefined : cells[key];
    return kept('words', of, cell, true).map((found) => ({ ...found, heading }));
  });
}

/** Columns of numbers, or looked at by themselves. */
const OWN_NUMBERS: readonly string[] = ['no', 'id', 'unit', 'previous'];

function besideValue(of: string, unit?: SheetCell, previous?: SheetCell, value?: SheetCell): Prefilled[] {
  return [...kept('unit', of, unit, !value), ...kept('previous', of, previous, !value)];
}

const besideProgress = (of: string, previous?: SheetCell, progress?: SheetCell): Prefilled[] =>
  kept('previousProgress', of, previous, !progress);

const kept = (
  what: Prefilled['what'],
  of: string,
  cell: SheetCell | undefined,
  alone: boolean,
): Prefilled[] => (cell ? [{ what, of, text: cellText(cell), at: cell.at, alone }] : []);
