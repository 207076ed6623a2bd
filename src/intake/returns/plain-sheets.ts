/** What a spreadsheet return shows, cell by cell, for making a copy of it in another format. */
import { openCsv } from '../formats/csv.ts';
import { cellText, type SheetCell } from '../formats/sheet.ts';
import { sniff } from '../formats/sniff.ts';
import { openWorkbook } from '../formats/workbook.ts';

export interface ShownSheet {
  name: string;
  rows: (string | number | null)[][];
}

/** undefined for a file that is no spreadsheet or can't be opened. */
export function shownSheets(file: string, bytes: Uint8Array): ShownSheet[] | undefined {
  const opened = sniff(bytes) === 'text' ? openCsv(file, bytes) : openWorkbook(file, bytes);
  return opened.value?.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(shown)) }));
}

/** Numbers stay numbers where they show as such. */
function shown(cell: SheetCell | undefined): string | number | null {
  if (!cell) return null;
  const { t, v, w } = cell.cell;
  if (t === 'e') return w ?? '#ERROR!';
  const plain = t === 'n' && typeof v === 'number' && Number(w?.replaceAll(',', '')) === v;
  return plain ? v : cellText(cell) || null;
}
