/** Rows of the form's two tables → entries of a return. */
import { comparisonKey } from '../../base/chinese/text.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { cellError, columnMissing, coordinationLines, rowWithoutTask } from '../../base/messages/intake.ts';
import type { Origin } from '../../base/origin.ts';
import {
  type FormColumn,
  GOAL_COLUMNS,
  type GoalColumnKey,
  LINE_SEPARATOR,
  TASK_COLUMNS,
  type TaskColumnKey,
} from '../../model/form.ts';
import type { Path } from '../located.ts';
import type { Recorder } from './recorder.ts';
import { cellFault, cellText, cellValue, type Sheet, type SheetCell } from './sheet.ts';

type Row<Key extends string> = Partial<Record<Key, SheetCell>>;

/** Headings are looked for in so many rows from the top. */
const HEAD_SEARCH = 12;

/** Rows below the headings, by column; undefined when the headings are not all there. Empty rows are left out. */
function tableRows<Key extends string>(
  sheet: Sheet,
  columns: readonly FormColumn<Key>[],
  diagnostics: Diagnostic[],
): Row<Key>[] | undefined {
  const key = (heading: string): string => comparisonKey(heading).replace(/\(.*\)$/, '');
  const headings = columns.map((column) => key(column.heading));
  const matches = (row: Sheet['rows'][number]): number =>
    row.filter((cell) => headings.includes(key(cellText(cell)))).length;
  const candidates = sheet.rows.slice(0, HEAD_SEARCH).map(matches);
  const best = candidates.indexOf(Math.max(...candidates, 0));
  const head = sheet.rows[best]?.map((cell) => key(cellText(cell))) ?? [];
  const places = columns.map((column) => ({ column, index: head.indexOf(key(column.heading)) }));
  // Reference columns may be gone; what identifies a row and what the unit fills in may not.
  const missing = places.filter(({ column, index }, i) => index < 0 && (column.entry || i === 0));
  if (missing.length > 0) {
    const at: Origin = { file: sheet.file, sheet: sheet.name };
    diagnostics.push(...missing.map(({ column }) => columnMissing(at, column.heading)));
    return undefined;
  }
  return sheet.rows.slice(best + 1).flatMap((cells) => {
    const row: Row<Key> = {};
    for (const { column, index } of places) {
      const cell = index < 0 ? undefined : cells[index];
      if (!cell || cellText(cell) === '') continue;
      const fault = cellFault(cell);
      if (fault) diagnostics.push(cellError(cell.at, fault));
      else row[column.key] = cell;
    }
    return Object.keys(row).length > 0 ? [row] : [];
  });
}

const TASK_TEXTS = ['stage', 'evidence', 'selfAssessment', 'progress', 'problems', 'next'] as const;
const FILLED: readonly TaskColumnKey[] = [...TASK_TEXTS, 'value', 'source', 'coordination', 'partners'];

/** Tasks in which nothing was filled in are left out: they were not reported. */
export function readTaskRows(sheet: Sheet, record: Recorder, diagnostics: Diagnostic[]): void {
  const entries = new Map<number, number>();
  let current: number | undefined;
  for (const row of tableRows(sheet, TASK_COLUMNS, diagnostics) ?? []) {
    const id = cellText(row.targetId);
    const no = taskNumber(row, id);
    current = no ?? (row.no ? undefined : current);
    const filled = FILLED.map((key) => row[key]).find(Boolean);
    if (!filled) continue;
    if (current === undefined) {
      diagnostics.push(rowWithoutTask(row.no?.at ?? filled.at));
      continue;
    }
    const entry = entries.get(current) ?? entries.size;
    const path = ['tasks', entry];
    if (!entries.has(current)) {
      entries.set(current, entry);
      record.set([...path, 'task'], current, row.no?.at ?? row.targetId?.at ?? filled.at);
      record.set([...path, 'progress'], '', row.no?.at ?? filled.at);
    }
    for (const key of TASK_TEXTS) appendText(record, [...path, key], row[key]);
    recordValue(record, path, id, row);
    recordCoordination(record, path, row, diagnostics);
  }
}

/** By the row's number, else by its target's id (rows below a merged cell have no number). */
function taskNumber(row: Row<TaskColumnKey>, id: string): number | undefined {
  const written = comparisonKey(cellText(row.no)).replace(/\.$/, '');
  if (/^\d+$/.test(written)) return Number(written);
  const found = /^T(\d{3})-\d$/.exec(id);
  return found && written === '' ? Number(found[1]) : undefined;
}

/** Where merged cells were split, further lines of a text stand in the rows below. */
function appendText(record: Recorder, path: Path, cell: SheetCell | undefined): void {
  if (!cell) return;
  const before = record.located.raw(path);
  const text = before ? `${before}${LINE_SEPARATOR}${cellText(cell)}` : cellText(cell);
  record.set(path, text, before ? record.located.at(path) : cell.at, text);
}

function recordValue(record: Recorder, path: Path, id: string, row: Row<'value' | 'source'>): void {
  if (row.value)
    record.set([...path, 'values', id], cellValue(row.value), row.value.at, cellValue(row.value));
  if (row.source) record.set([...path, 'sources', id], cellText(row.source), row.source.at);
}

function recordCoordination(
  record: Recorder,
  path: Path,
  { coordination, partners }: Row<TaskColumnKey>,
  diagnostics: Diagnostic[],
): void {
  if (!coordination && !partners) return;
  const split = (cell: SheetCell | undefined): string[] => {
    const text = cellText(cell);
    return text === '' ? [] : text.split(LINE_SEPARATOR);
  };
  const matters = split(coordination);
  const units = split(partners);
  const at = coordination?.at ?? (partners as SheetCell).at;
  // One matter may go over several lines; several matters need one line of units each.
  const single = units.length <= 1 && matters.length > 0;
  if (!single && matters.length !== units.length) {
    diagnostics.push(coordinationLines(at, matters.length, units.length));
    return;
  }
  const list = single
    ? [{ matter: matters.join(LINE_SEPARATOR), with: units[0] ?? '' }]
    : matters.map((matter, i) => ({ matter, with: units[i] ?? '' }));
  list.forEach((item, i) => {
    record.set([...path, 'coordination', i, 'matter'], item.matter, at);
    const names = item.with.split(/[、,，;；\s]+/).filter((name) => name !== '');
    record.set([...path, 'coordination', i, 'with'], names, partners?.at ?? at);
  });
}

export function readGoalRows(sheet: Sheet, record: Recorder, diagnostics: Diagnostic[]): void {
  let entry = 0;
  for (const row of tableRows<GoalColumnKey>(sheet, GOAL_COLUMNS, diagnostics) ?? []) {
    const filled = row.value ?? row.source ?? row.progress ?? row.next;
    if (!filled) continue;
    const path = ['goals', entry++];
    const id = cellText(row.id);
    record.set([...path, 'goal'], id, row.id?.at ?? filled.at);
    for (const key of ['progress', 'next'] as const) appendText(record, [...path, key], row[key]);
    recordValue(record, path, id, row);
  }
}
