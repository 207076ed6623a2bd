/** A worksheet as rows of cells with their places; what a cell shows and what it holds. */
import { type CellObject, type Range, SSF, utils, type WorkBook } from '@e965/xlsx';
import { cleanText, comparisonKey } from '../../base/chinese/text.ts';
import { decimalsOf, roundHalfUp, scale } from '../../base/decimal.ts';
import type { Origin } from '../../base/origin.ts';
import { RETURN_MENDED, RETURN_WORDS } from '../../model/returns/form.ts';

export interface SheetCell {
  at: Origin;
  cell: CellObject;
  /** Dates are counted from 1904 (workbooks from old Macs). */
  date1904?: boolean;
  /** Its text is struck out, whole or in part. */
  struck?: boolean;
  /** A part of its text is raised, as the number of a note is. */
  raised?: boolean;
}

/** From 0. */
export interface Hidden {
  rows: Set<number>;
  columns: Set<number>;
}

export interface Sheet {
  name: string;
  file: string;
  /** Sparse: empty cells are undefined. */
  rows: (SheetCell | undefined)[][];
  /** Merged ranges, rows and columns from 0. */
  merges?: Range[];
  /** Rows and columns that are hidden or filtered out. */
  hidden?: Hidden;
  /** The sheet itself is hidden. */
  unseen?: boolean;
}

/** Cells beyond are left out: no form is so wide, and the size a sheet claims for itself proves nothing. */
export const MOST_COLUMNS = 256;
/** Rows of a sheet that are read; the plan has about a hundred tasks. */
export const MOST_ROWS = 5000;

/** The sheet of that name (blanks and full-width forms aside), or undefined. */
export function sheetOf(book: WorkBook, file: string, name: string): Sheet | undefined {
  const real = book.SheetNames.find((candidate) => comparisonKey(candidate) === comparisonKey(name));
  const sheet = real === undefined ? undefined : book.Sheets[real];
  if (real === undefined || !sheet) return undefined;
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const rows: (SheetCell | undefined)[][] = [];
  for (const address of Object.keys(sheet)) {
    if (address.startsWith('!')) continue;
    const { r, c } = utils.decode_cell(address);
    const cell = computed(sheet[address] as CellObject);
    // A formula without a result counts as filled in; a comment on an empty cell may have been meant as its content.
    if (r >= MOST_ROWS || c >= MOST_COLUMNS || (cell.t === 'z' && !cell.f && !cell.c)) continue;
    while (rows.length <= r) rows.push([]);
    const row = rows[r] as (SheetCell | undefined)[];
    while (row.length <= c) row.push(undefined);
    row[c] = { at: { file, sheet: real, cell: address }, cell, ...(date1904 ? { date1904 } : {}) };
  }
  // The library tells of rows of .xls alone, see hidden.ts.
  const hiddenRows = (sheet['!rows'] ?? []).flatMap((row, i) => (row?.hidden ? [i] : []));
  const hidden = { rows: new Set(hiddenRows), columns: new Set<number>() };
  const unseen = Boolean(book.Workbook?.Sheets?.find((one) => one.name === real)?.Hidden);
  return { name: real, file, rows, merges: sheet['!merges'] ?? [], hidden, ...(unseen ? { unseen } : {}) };
}

/** Some programs write a formula that they have not computed as an error without a name: a stub like others. */
const computed = (cell: CellObject): CellObject =>
  cell.t === 'e' && cell.v === undefined && cell.f !== undefined ? { ...cell, t: 'z' } : cell;

/** Characters that no text needs: controls, and halves of surrogate pairs. */
const JUNK = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

const RETURN_NOTE = new RegExp(`^(?:【(?:${Object.values(RETURN_WORDS).join('|')})】|${RETURN_MENDED}$)`);

/** Comments on a cell as one text; those that came with a copy sent back for correction are left out. */
export function cellComment(cell: SheetCell | undefined): string {
  const own = (cell?.cell.c ?? []).filter((comment) => !RETURN_NOTE.test(comment.t ?? ''));
  return cleanText(
    own
      .map((comment) => comment.t ?? '')
      .join('\n')
      .replace(JUNK, ''),
  );
}

/** Text of a cell, cleaned; '' for an empty one. A date is written 2022-09-30, whatever its format shows. */
export function cellText(cell: SheetCell | undefined): string {
  if (!cell) return '';
  const { t, v, w } = cell.cell;
  if (t === 'z') return cell.cell.f ? `=${cell.cell.f}` : '';
  if (t === 'b') return v ? '是' : '否';
  const shown =
    t === 'n' || t === 'd' ? (cellDay(cell) ?? (w?.trim() ? w : String(v ?? ''))) : String(v ?? '');
  return cleanText(shown.replace(JUNK, ''));
}

/** ISO date of a number in a date format; undefined for all else. */
export function cellDay({ cell, date1904 }: SheetCell): string | undefined {
  if (cell.t !== 'n' || typeof cell.v !== 'number' || typeof cell.z !== 'string') return undefined;
  if (!SSF.is_date(cell.z) || cell.v < 1) return undefined;
  return serialDay(cell.v, date1904);
}

/** Days since 1900 (or 1904) → ISO date. */
function serialDay(serial: number, date1904 = false): string | undefined {
  const date = SSF.parse_date_code(serial, { date1904 }) as { y: number; m: number; d: number } | null;
  const two = (n: number): string => String(n).padStart(2, '0');
  return date ? `${date.y}-${two(date.m)}-${two(date.d)}` : undefined;
}

/** Days from 2000 to 2035. */
const SERIALS = [36526, 49675] as const;

/** Five digits alone that a program made of a date between the years 2000 and 2035: that date, ISO. */
export function bareSerial(text: string, date1904 = false, from: number = SERIALS[0]): string | undefined {
  const number = Number(text);
  const fits = /^\d{5}$/.test(text) && number >= from && number <= SERIALS[1];
  return fits ? serialDay(number, date1904) : undefined;
}

/** Spreadsheets compute in 15 digits; what lies behind was never typed. */
const DIGITS = 15;
/** Digits after the point that are kept of a computed result; nobody typed more. */
const COMPUTED_DECIMALS = 4;
/** From so many digits after the point on, a number was computed and pasted as a value. */
const PASTED_DECIMALS = 7;

/**
 * A value as the unit meant it: text as typed; a number with the digits it holds, also those that its display rounds
 * off; a cell in percent format as a percentage. Trailing zeros that the display shows (412.60) are kept. What the number
 * format adds is kept too, a unit behind (0.0"万个") and words before ("约"0), which whoever typed the number sees.
 */
export function cellValue(from: SheetCell): string {
  const { cell } = from;
  if (cell.t !== 'n' || typeof cell.v !== 'number') return cellText(from);
  const shown = cell.w?.trim() ?? '';
  const percent = shown.endsWith('%');
  const held = scale(Number(cell.v.toPrecision(DIGITS)), percent ? 2 : 0);
  const computed = cell.f !== undefined || decimalsOf(held) >= PASTED_DECIMALS;
  const value = computed ? roundHalfUp(held, COMPUTED_DECIMALS) : held;
  const plain = shown.replace(/^[^\d.-]+|[%,\s￥¥$]|[^\d.%-]+$/g, '');
  const exact = /^-?\d+(?:\.\d+)?$/.test(plain) && Number(plain) === value;
  const before = cell.v > 0 ? shownBefore(shown) : '';
  return `${before}${exact ? plain : String(value)}${percent ? '%' : shownUnit(shown)}`;
}

/** What stands before the first digit, without the signs of the own currency, brackets and blanks. */
const shownBefore = (shown: string): string => {
  const before = /^\D*/.exec(shown)?.[0] ?? '';
  return before.length === shown.length ? '' : before.replace(/[-.,\s()（）￥¥]|CNY|RMB/g, '');
};

/** 万个 of a format such as 0.0"万个"; '' for none. */
function shownUnit(shown: string): string {
  return /^[-￥¥$]*[\d,.]+\s*([^\d.,%\s)]+)$/.exec(shown)?.[1] ?? '';
}

/** Formats that show thousands or 万 of the number held: a comma behind the last digit, an escaped point (0!.0,"万"). */
const SCALED = /[0#?],+(?=[^0#?,]|$)|[!\\]\./;

/**
 * What the display says where it is another number than the one held (a format that shows 12345 as 1.2万); undefined
 * where they agree within the rounding of the display.
 */
export function differingDisplay({ cell }: SheetCell): string | undefined {
  if (cell.t !== 'n' || typeof cell.v !== 'number') return undefined;
  const shown = cell.w?.trim() ?? '';
  const format = String(cell.z ?? '').replace(/\[[^\]]*\]/g, '');
  if (cell.w !== undefined && shown === '') return '（空白）';
  // A share of a day shown as a time; whole days are dates, see cellDay.
  if (SSF.is_date(format)) return shown;
  if (SCALED.test(format.replace(/"[^"]*"/g, ''))) return shown;
  // The reading library leaves out what stands beside “General”.
  if (/general/i.test(format) && /\p{Script=Han}/u.test(format))
    return format.replace(/general/i, shown).replaceAll('"', '');
  // Words instead of the number (an accounting format shows a zero as a dash), or two numbers made of one.
  if (!/\d/.test(shown)) return cell.v === 0 && /^[-—￥¥$\s]+$/.test(shown) ? undefined : shown;
  if (!/\dE[+-]\d|\//.test(shown) && (shown.match(/\d[\d,]*(?:\.\d+)?/g)?.length ?? 0) > 1) return shown;
  const found = /^([-￥¥$]*)([\d,]+(?:\.\d+)?)\s*([^\d.,]*)$/.exec(shown);
  if (!found) return undefined;
  const text = (found[2] as string).replaceAll(',', '');
  const sign = found[1]?.includes('-') ? -1 : 1;
  const held = shown.endsWith('%') ? cell.v * 100 : cell.v;
  const step = 10 ** -(text.split('.')[1]?.length ?? 0);
  return Math.abs(held - sign * Number(text)) > step * 0.5001 ? shown : undefined;
}

/** #REF!, #DIV/0! …; undefined for a cell without error. */
export function cellFault({ cell }: SheetCell): string | undefined {
  return cell.t === 'e' ? (cell.w ?? '#ERROR!') : undefined;
}
