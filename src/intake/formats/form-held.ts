/** Which cells of a row the unit filled in: what can't be read of them has not been taken back. */
import type { HeldCell } from '../located/located.ts';
import type { Head } from './form-head.ts';
import { cellFault, cellText, type SheetCell } from './sheet.ts';

/** Whose row it is; the words of both, where a row contradicts itself. */
export interface RowSubject {
  of: readonly (number | string)[];
  target: string;
}

/**
 * Cells of the form's own columns for entries, and of columns that are none of the form's (a heading may have been changed).
 * @param spoiled cells merged over rows that belong to different things: they stand in each of these rows
 */
export function heldCells<Key extends string>(
  head: Head<Key>,
  subjects: ReadonlyMap<number, RowSubject>,
  spoiled: ReadonlySet<SheetCell>,
): HeldCell[] {
  const known = new Map(head.columns.map((c) => [c.index, c.column]));
  const merged = (head.sheet.merges ?? []).flatMap(({ s, e }) => {
    const cell = head.sheet.rows[s.r]?.[s.c];
    return cell && spoiled.has(cell) ? [{ s, e, cell }] : [];
  });
  const held: HeldCell[] = [];
  for (const [row, { of, target }] of subjects) {
    const push = (index: number, cell: SheetCell): void => {
      const column = known.get(index);
      if (column && !column.entry) return;
      const text = cellFault(cell) ?? cellText(cell);
      held.push(...of.map((part) => ({ of: part, column: column?.key, target, text, at: cell.at })));
    };
    for (const [index, cell] of (head.sheet.rows[row] ?? []).entries())
      if (cell && cellText(cell) !== '') push(index, cell);
    for (const { s, e, cell } of merged) if (row > s.r && row <= e.r) push(s.c, cell);
  }
  return held;
}
