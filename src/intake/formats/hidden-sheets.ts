/**
 * Of several sheets with the same table those count that are seen: a hidden one is a copy, or last quarter's, of which whoever
 * sent the file may not even know. It is read where there is no other, and told wherever something is filled in.
 */
import { utils } from '@e965/xlsx';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { hiddenCopy, hiddenInstead, hiddenSheet } from '../../base/messages/hidden-sheets.ts';
import { brief } from './form-cells.ts';
import { cellText, type Sheet } from './sheet.ts';

/** A table in a sheet, by its headings. */
interface Head {
  sheet: Sheet;
  /** Of the headings, from 0. */
  row: number;
}

/** Those that are seen, if any is. */
export function seenFirst<H extends Head>(heads: readonly H[]): readonly H[] {
  const seen = heads.filter(({ sheet }) => !sheet.unseen);
  return seen.length > 0 ? seen : heads;
}

/** Whether one of them is hidden beside one that is seen, which counts. */
export const isHiddenBeside = (other: Head, best: Head): boolean =>
  Boolean(other.sheet.unseen) && !best.sheet.unseen;

/** That a filled table is read from a sheet that is hidden. */
export function tellHiddenSheet({ sheet }: Head, diagnostics: Diagnostic[]): void {
  if (sheet.unseen) diagnostics.push(hiddenSheet({ file: sheet.file, sheet: sheet.name, cell: 'A1' }));
}

/**
 * Of a filled table on a hidden sheet beside the one that is read: nothing where it says the same. Told where it is seen.
 * @param filled whether something is filled in there · entries: the columns to be filled in
 */
export function tellHiddenCopy(
  other: Head,
  best: Head,
  filled: boolean,
  entries: readonly number[],
  diagnostics: Diagnostic[],
): void {
  const { file, name: sheet } = best.sheet;
  if (!filled) {
    diagnostics.push(hiddenInstead({ file, sheet, cell: 'A1' }, other.sheet.name));
    return;
  }
  const rows = Math.max(other.sheet.rows.length - other.row, best.sheet.rows.length - best.row);
  const textAt = (head: Head, below: number, index: number): string =>
    cellText(head.sheet.rows[head.row + below]?.[index]);
  for (let below = 1; below < rows; below++) {
    for (const index of entries) {
      const [hidden, shown] = [textAt(other, below, index), textAt(best, below, index)];
      if (hidden === shown) continue;
      const cell = utils.encode_cell({ r: best.row + below, c: index });
      diagnostics.push(hiddenCopy({ file, sheet, cell }, other.sheet.name, brief(shown), brief(hidden)));
      return;
    }
  }
}
