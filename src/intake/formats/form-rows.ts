/** Rows of the form's two tables → entries of a return. */
import { saysNoMatter } from '../../base/chinese/nothing.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { requestTaken, rowsShifted, rowTwice, targetRenamed } from '../../base/messages/form-cells.ts';
import { rowWithoutTask } from '../../base/messages/intake.ts';
import {
  type CooperationColumnKey,
  GOAL_COLUMNS,
  type GoalColumnKey,
  LINE_SEPARATOR,
  TARGET_COLUMNS,
  TASK_COLUMNS,
  type TaskColumnKey,
} from '../../model/returns/form.ts';
import type { Path } from '../located/located.ts';
import { brief } from './form-cells.ts';
import { checkHead, type Head } from './form-head.ts';
import { heldCells, type RowSubject } from './form-held.ts';
import { goalByText, namedTasks, rowTask } from './form-match.ts';
import { prefilledGoal, prefilledTask } from './form-prefilled.ts';
import { appendText, type FormReading, recordCoordination, recordValue } from './form-record.ts';
import { type Cells, checkMerges, formRows } from './form-table.ts';
import type { Recorder } from './recorder.ts';
import { cellText, type SheetCell } from './sheet.ts';

const TASK_TEXTS = ['stage', 'evidence', 'selfAssessment', 'progress', 'problems', 'next'] as const;
const FILLED: readonly TaskColumnKey[] = [...TASK_TEXTS, 'value', 'source', 'coordination', 'partners'];
const GOAL_TEXTS = ['progress', 'problems', 'next'] as const;
const GOAL_FILLED = ['value', 'source', ...GOAL_TEXTS, 'coordination', 'partners'] as const;

/** Whether any row of the table has something filled in. */
export function hasEntries<Key extends string>(head: Head<Key>): boolean {
  const entries = head.columns.filter((c) => c.column.entry).map((c) => c.index);
  return head.sheet.rows.slice(head.row + 1).some((cells) => entries.some((i) => cellText(cells[i]) !== ''));
}

/** All filled in one row too low: the first task has nothing, and below the last one stands what names no task. */
function tellShifted(
  rows: readonly { row: number; cells: Cells<TaskColumnKey> }[],
  diagnostics: Diagnostic[],
): void {
  const names = ({ no, text, targetId }: Cells<TaskColumnKey>): boolean => Boolean(no ?? text ?? targetId);
  const entry = (cells: Cells<TaskColumnKey>): SheetCell | undefined =>
    FILLED.map((key) => cells[key]).find(Boolean);
  const first = rows.find(({ cells }) => names(cells));
  const [above, last] = rows.slice(-2);
  const beyond = above && last?.row === above.row + 1 && !names(last.cells) ? entry(last.cells) : undefined;
  if (first && beyond && !entry(first.cells)) diagnostics.push(rowsShifted(beyond.at));
}

/** Tasks in which nothing was filled in are left out: they were not reported. */
export function readTaskRows(head: Head<TaskColumnKey>, reading: FormReading): void {
  const { index, diagnostics } = reading;
  if (!checkHead(head, TASK_COLUMNS, ['no', 'targetId', 'text'], diagnostics)) return;
  const rows = formRows(head, diagnostics);
  tellShifted(rows, diagnostics);
  const tasks = new Map<number, number>();
  const targets = new Map<number, string>();
  const subjects = new Map<number, RowSubject>();
  let current: number | null | undefined;
  let above = Number.NaN;
  const numbered = rows.map(({ row, cells }) => {
    // What stands below an empty row (a remark, a date, who to call) does not go on with the task above it.
    if (row > above + 1) current = undefined;
    if (Object.values(cells).some(Boolean)) above = row;
    const at = Object.values(cells)[0]?.at ?? { file: head.sheet.file };
    const filled = FILLED.some((key) => cells[key]);
    // A contradiction in a row that says nothing does no harm.
    const told: Diagnostic[] = [];
    const own = rowTask(cells, index, at, told);
    if (filled || own === null) diagnostics.push(...told.filter((d) => filled || d.severity !== 'error'));
    current = own ?? (own === null || cells.no || cells.text ? own : current);
    if (typeof current === 'number') {
      tasks.set(row, current);
      targets.set(row, `${current}/${cellText(cells.targetId) || row}`);
    }
    const of = typeof current === 'number' ? [current] : namedTasks(cells, index);
    subjects.set(row, { of, target: idIn(cells.targetId) });
    return { cells, no: current, explicit: own !== undefined && cells.no !== undefined };
  });
  const spoiled = checkMerges(
    head,
    (row, key) => (TARGET_COLUMNS.includes(key) ? targets.get(row) : tasks.get(row)?.toString()),
    (key) => (TARGET_COLUMNS.includes(key) ? '多个指标' : '多项任务'),
    diagnostics,
  );
  reading.held.push(...heldCells(head, subjects, spoiled));
  const entries: TaskEntries = new Map();
  for (const { cells, no, explicit } of numbered) {
    if (typeof no === 'number') reading.prefilled.push(...prefilledTask(cells, no, index));
    for (const key of FILLED) if (cells[key] && spoiled.has(cells[key])) delete cells[key];
    const filled = FILLED.map((key) => cells[key]).find(Boolean);
    if (!filled || no === null) continue;
    if (no === undefined) diagnostics.push(rowWithoutTask(cells.no?.at ?? cells.text?.at ?? filled.at));
    else readTaskRow({ cells, no, explicit, filled }, entries, head, reading);
  }
}

const idIn = (cell: SheetCell | undefined): string => cellText(cell).normalize('NFKC').toUpperCase();

/** By task: where its entry stands, and what rows have put into it so far. */
type TaskEntries = Map<number, { path: Path; ids: Set<string>; matters: number }>;

/** A row in which something is filled in for a task. */
interface TaskRow {
  cells: Cells<TaskColumnKey>;
  no: number;
  /** Whether it names its task itself; otherwise it goes on with the one above. */
  explicit: boolean;
  /** The first cell that is filled in. */
  filled: SheetCell;
}

function readTaskRow(
  { cells, no, explicit, filled }: TaskRow,
  entries: TaskEntries,
  head: Head<TaskColumnKey>,
  reading: FormReading,
): void {
  const { record, diagnostics, index } = reading;
  const id = cellText(cells.targetId);
  const before = entries.get(no);
  if (before && explicit && before.ids.has(id) && !repeats(record, before.path, cells)) {
    diagnostics.push(rowTwice(cells.no?.at ?? filled.at, no));
    return;
  }
  const entry = before ?? { path: ['tasks', entries.size], ids: new Set<string>(), matters: 0 };
  if (!before) {
    entries.set(no, entry);
    record.set([...entry.path, 'task'], no, cells.no?.at ?? cells.targetId?.at ?? filled.at);
    record.set([...entry.path, 'progress'], '', cells.no?.at ?? filled.at);
  }
  entry.ids.add(id);
  for (const key of TASK_TEXTS) appendText(reading, [...entry.path, key], key, cells[key]);
  const subject = { path: entry.path, targets: index.tasks.get(no)?.targets ?? [], called: `第${no}项任务` };
  recordValue(cells, subject, head, reading);
  entry.matters += recordCoordination(reading, entry.path, entry.matters, cells);
}

/** Whether a second row of a task only says again what the first said (copied downwards). */
function repeats(record: Recorder, path: Path, cells: Cells<TaskColumnKey>): boolean {
  return FILLED.every((key) => {
    const cell = cells[key];
    if (!cell || key === 'coordination' || key === 'partners') return !cell;
    if (key === 'value' || key === 'source') return false;
    return (
      record.located
        .raw([...path, key])
        ?.split(LINE_SEPARATOR)
        .includes(cellText(cell)) ?? false
    );
  });
}

/** Of a unit that only cooperates: which tasks it wrote something for, and what it asks for them. */
export function readCooperationRows(head: Head<CooperationColumnKey>, reading: FormReading): void {
  const { record, diagnostics, index } = reading;
  let entry = 0;
  for (const { cells } of formRows(head, diagnostics)) {
    const filled = cells.contribution ?? cells.coordination ?? cells.partners;
    if (!filled) continue;
    const no = rowTask(cells, index, filled.at, diagnostics);
    if (no === null) continue;
    if (no === undefined) {
      diagnostics.push(rowWithoutTask(cells.no?.at ?? filled.at));
      continue;
    }
    const path = ['cooperation', entry++];
    record.set([...path, 'task'], no, cells.no?.at ?? filled.at);
    const { coordination } = cells;
    if (recordCoordination(reading, path, 0, cells) === 0 || !coordination) continue;
    const matter = cellText(coordination);
    if (!saysNoMatter(matter)) diagnostics.push(requestTaken(coordination.at, no, brief(matter)));
  }
}

/** Goals in which nothing was filled in are left out as well; so are those of which it is in doubt which is meant. */
export function readGoalRows(head: Head<GoalColumnKey>, reading: FormReading): void {
  const { record, diagnostics, index } = reading;
  if (!checkHead(head, GOAL_COLUMNS, ['id', 'text'], diagnostics)) return;
  const rows = formRows(head, diagnostics);
  const byText = (text: string): string | undefined => goalByText(text, index);
  const idOf = (cells: Cells<GoalColumnKey>): string =>
    idIn(cells.id) || (byText(cellText(cells.text)) ?? '');
  const owners = new Map(rows.map(({ row, cells }) => [row, idOf(cells)]));
  const spoiled = checkMerges(
    head,
    (row) => owners.get(row),
    () => '多个目标',
    diagnostics,
  );
  const subjects = rows.map(({ row, cells }): [number, RowSubject] => {
    const of = [...new Set([idOf(cells), byText(cellText(cells.text)) ?? idOf(cells)])];
    return [row, { of, target: index.goals.get(idOf(cells))?.target?.id ?? '' }];
  });
  reading.held.push(...heldCells(head, new Map(subjects), spoiled));
  let entry = 0;
  for (const { cells } of rows) {
    for (const key of GOAL_FILLED) if (cells[key] && spoiled.has(cells[key])) delete cells[key];
    reading.prefilled.push(...prefilledGoal(cells, idOf(cells), index));
    const filled = GOAL_FILLED.map((key) => cells[key]).find(Boolean);
    if (!filled) continue;
    const id = idOf(cells);
    const named = byText(cellText(cells.text));
    // The words beside the id speak of another goal: cells were shifted.
    if (named !== undefined && named !== id) {
      const other = index.goals.get(id)?.text ?? '';
      diagnostics.push(targetRenamed(filled.at, id, cellText(cells.text), other));
      continue;
    }
    const path = ['goals', entry++];
    record.set([...path, 'goal'], id, cells.id?.at ?? filled.at);
    for (const key of GOAL_TEXTS) appendText(reading, [...path, key], key, cells[key]);
    recordCoordination(reading, path, 0, cells);
    const target = index.goals.get(id)?.target;
    const subject = { path, targets: target ? [target] : [], called: `目标${id}` };
    recordValue(cellsOfTarget(cells), subject, head, reading);
  }
}

/** A goal's cells as those of a task's target are called. */
const cellsOfTarget = ({ value, source, unit, id }: Cells<GoalColumnKey>): Cells<TaskColumnKey> => ({
  ...(value && { value }),
  ...(source && { source }),
  ...(unit && { unit }),
  ...(id && { targetId: id }),
});
