/** A worksheet as rows of cells with their places; what a cell shows and what it holds. */
import { type CellObject, utils, type WorkBook } from '@e965/xlsx';
import { cleanText, comparisonKey } from '../../base/chinese/text.ts';
import { scale } from '../../base/decimal.ts';
import type { Origin } from '../../base/origin.ts';

export interface SheetCell {
  at: Origin;
  cell: CellObject;
}

export interface Sheet {
  name: string;
  file: string;
  /** Sparse: empty cells are undefined. */
  rows: (SheetCell | undefined)[][];
}

/** The sheet of that name (blanks and full-width forms aside), or undefined. */
export function sheetOf(book: WorkBook, file: string, name: string): Sheet | undefined {
  const real = book.SheetNames.find((candidate) => comparisonKey(candidate) === comparisonKey(name));
  const sheet = real === undefined ? undefined : book.Sheets[real];
  if (real === undefined || !sheet) return undefined;
  const rows: (SheetCell | undefined)[][] = [];
  const range = utils.decode_range(sheet['!ref'] ?? 'A1');
  for (let r = 0; r <= range.e.r; r++) {
    const row: (SheetCell | undefined)[] = [];
    for (let c = 0; c <= range.e.c; c++) {
      const address = utils.encode_cell({ r, c });
      const cell = sheet[address] as CellObject | undefined;
      row.push(cell && cell.t !== 'z' ? { at: { file, sheet: real, cell: address }, cell } : undefined);
    }
    rows.push(row);
  }
  return { name: real, file, rows };
}

/** Text of a cell, cleaned; '' for an empty one. */
export function cellText(cell: SheetCell | undefined): string {
  if (!cell) return '';
  const { t, v, w } = cell.cell;
  return cleanText(t === 'n' || t === 'd' ? (w ?? String(v ?? '')) : String(v ?? ''));
}

/** Spreadsheets compute in 15 digits; what lies behind was never typed. */
const DIGITS = 15;

/**
 * A value as the unit meant it: text as typed; a number with the digits it holds, also those that its display rounds
 * off; a cell in percent format as a percentage. Trailing zeros that the display shows (412.60) are kept.
 */
export function cellValue({ cell }: SheetCell): string {
  if (cell.t !== 'n' || typeof cell.v !== 'number') return cleanText(String(cell.v ?? ''));
  const shown = cell.w?.trim() ?? '';
  const percent = shown.endsWith('%');
  const value = scale(Number(cell.v.toPrecision(DIGITS)), percent ? 2 : 0);
  const plain = shown.replace(/[%,\s]/g, '');
  const exact = /^-?\d+(?:\.\d+)?$/.test(plain) && Number(plain) === value;
  return `${exact ? plain : String(value)}${percent ? '%' : ''}`;
}

/** #REF!, #DIV/0! …; undefined for a cell without error. */
export function cellFault({ cell }: SheetCell): string | undefined {
  return cell.t === 'e' ? (cell.w ?? '#ERROR!') : undefined;
}
