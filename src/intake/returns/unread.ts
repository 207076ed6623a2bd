/** What a return says in cells that could not be read: the unit has not taken it back, and mends it. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { type Origin, rowOf } from '../../base/origin.ts';
import { reportedValues, type Submission, type UnreadValue } from '../../model/returns/submission.ts';
import { brief } from '../formats/form-cells.ts';
import type { HeldCell } from '../located/located.ts';
import type { PlanIndex } from '../plan/plan-index.ts';

export interface Unread {
  /** Of a task (by number) or goal (by id): whether something of it could not be read. */
  part(of: number | string): boolean;
  /** Whether the target's value may stand in a cell that could not be read. */
  value(of: number | string, target: string): boolean;
  /** The same of one of the form's columns. */
  text(of: number | string, column: string): boolean;
}

/** A return of which nothing could be read may hold anything. */
export const ALL_UNREAD: Unread = { part: () => true, value: () => true, text: () => true };

/**
 * Of rows in which something is wrong no entry counts as missing, for nobody knows what was meant by which cell; nor where a
 * column has lost its heading.
 * @param held undefined for a format without cells, of which no place can be told
 * @param diagnostics all that was found wrong with the file
 */
export function unreadOf(held: readonly HeldCell[] | undefined, diagnostics: readonly Diagnostic[]): Unread {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (!held) return errors.length > 0 ? { ...ALL_UNREAD, part: () => false } : unreadOf([], []);
  const rows = new Set(errors.flatMap(({ at }) => (at?.cell ? rowPlaceOf(at) : [])));
  const headless = errors.some(({ code }) => code === 'columnMissing');
  const cells = held.filter(
    ({ at, column }) =>
      (column === undefined && headless) || (at.cell !== undefined && rows.has(rowPlaceOf(at))),
  );
  const own = (of: number | string): HeldCell[] => cells.filter((cell) => cell.of === of);
  const stands = (cell: HeldCell, column: string): boolean =>
    cell.column === undefined || cell.column === column;
  return {
    part: (of) => own(of).length > 0,
    value: (of, target) =>
      own(of).some((cell) => stands(cell, 'value') && ['', target].includes(cell.target)),
    text: (of, column) => own(of).some((cell) => stands(cell, column)),
  };
}

/** Values of which the cell itself is told to be wrong, and which the return therefore does not have. */
export function unreadValues(
  held: readonly HeldCell[],
  diagnostics: readonly Diagnostic[],
  submission: Submission,
  index: PlanIndex,
): UnreadValue[] {
  const wrong = new Set(
    diagnostics.flatMap(({ severity, at }) => (severity === 'error' && at?.cell ? placeOf(at) : [])),
  );
  const read = new Set(reportedValues(submission).map(({ target }) => target));
  return held.flatMap((cell): UnreadValue[] => {
    if (cell.column !== 'value' || !wrong.has(placeOf(cell.at))) return [];
    const own = typeof cell.of === 'number' ? (index.tasks.get(cell.of)?.targets ?? []) : [];
    const target = cell.target !== '' ? cell.target : own.length === 1 ? own[0]?.id : undefined;
    if (target === undefined || read.has(target)) return [];
    return [{ target, text: brief(cell.text), at: cell.at }];
  });
}

const placeOf = ({ sheet, cell }: Origin): string => `${sheet}/${cell}`;

const rowPlaceOf = (at: Origin): string => `${at.sheet}/${rowOf(at)}`;
