/** Rows of sums: none of the table's own, but the only check that a reporter sends along. What they say is held against the rows. */
import { convertUnit } from '../../base/chinese/convert-unit.ts';
import { isBlankValue } from '../../base/chinese/nothing.ts';
import { readQuantity } from '../../base/chinese/quantity.ts';
import { comparisonKey } from '../../base/chinese/text.ts';
import { add, scale, subtract } from '../../base/decimal.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { totalsRow } from '../../base/messages/form-cells.ts';
import { type NamedRow, type TotalSuspicion, totalDiffers } from '../../base/messages/tables.ts';
import { brief, heldValue } from '../formats/form-cells.ts';
import { cellText, type Sheet, type SheetCell } from '../formats/sheet.ts';

/** 赣州市合计, 续建项目小计, 全市平均: only in tables whose rows have codes, and in which no name ends so. */
const TOTAL_LINE = /^.{0,12}?(?:合计|总计|小计|共计|平均)[数值额]?(?:[:(].*|\d+[个项家](?:项目)?)?$/;
/** What is no sum of the rows above: a mean, and what has come about since some other day. */
const NO_SUM = /平均|累计/;
/** Of a part of the rows. */
const PART = /小计|本页|本表/;
/** Rows that say again what is in another: of it so much. */
const OF_WHICH = /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))?其中/;

export const isTotalLine = (text: string): boolean => TOTAL_LINE.test(comparisonKey(text));

export interface TableLine {
  /** In the sheet, from 0. */
  row: number;
  /** other: the name of a group, or headings again. */
  kind: 'row' | 'totals' | 'other';
  /** What it begins with. */
  label: string;
}

/** A column whose numbers add up, row by row. */
export interface SummedColumn {
  index: number;
  heading: string;
  /** Of its bare numbers. */
  unit: string;
}

/** `lines`: all that stands below the headings, from top to bottom. */
export function tellTotals(
  sheet: Sheet,
  lines: readonly TableLine[],
  columns: readonly SummedColumn[],
  diagnostics: Diagnostic[],
): void {
  for (const [i, line] of lines.entries()) {
    if (line.kind !== 'totals') continue;
    const first = sheet.rows[line.row]?.find((cell) => cellText(cell) !== '');
    if (first) diagnostics.push(totalsRow(first.at));
    if (NO_SUM.test(comparisonKey(line.label))) continue;
    for (const column of columns) {
      const cell = sheet.rows[line.row]?.[column.index];
      const told = cell && heldAgainst(sheet, cell, column, line, spansAround(lines, i));
      if (told) diagnostics.push(told);
    }
  }
}

/** What a row of sums may sum up: all rows above or those of its group; where it stands at the head, those below. */
function spansAround(lines: readonly TableLine[], at: number): TableLine[][] {
  const rowsOf = (some: readonly TableLine[]): TableLine[] =>
    some.filter(({ kind, label }) => kind === 'row' && !OF_WHICH.test(comparisonKey(label)));
  const [above, below] = [lines.slice(0, at), lines.slice(at + 1)];
  const end = below.findIndex(({ kind }) => kind !== 'row');
  const near = above.slice(above.findLastIndex(({ kind }) => kind !== 'row') + 1);
  const next = end < 0 ? below : below.slice(0, end);
  const part = PART.test(lines[at]?.label ?? '');
  const spans = (part ? [near, next] : [above, near]).map(rowsOf).filter((span) => span.length > 0);
  return spans.length > 0 ? spans : [rowsOf(part ? above : below)].filter((span) => span.length > 0);
}

/** A number with how exact it is: `step` is the worth of its last digit. */
interface Amount {
  value: number;
  step: number;
  /** More digits are held than are shown. */
  rounded: boolean;
}

/** Undefined where the sum is one of its spans', or nothing can be said for a number that can't be read. */
function heldAgainst(
  sheet: Sheet,
  cell: SheetCell,
  column: SummedColumn,
  line: TableLine,
  spans: readonly TableLine[][],
): Diagnostic | undefined {
  const stands = amountIn(cell, column.unit);
  if (typeof stands !== 'object') return undefined;
  const found: Summed[] = [];
  for (const span of spans) {
    const summed = summedUp(sheet, span, column);
    if (!summed || agrees(stands, summed)) return undefined;
    found.push(summed);
  }
  const distance = ({ sum }: Summed): number => Math.abs(subtract(stands.value, sum));
  const [first, ...others] = found;
  if (!first) return undefined;
  const nearest = others.reduce((best, one) => (distance(one) < distance(best) ? one : best), first);
  return totalDiffers(cell.at, {
    label: brief(line.label),
    heading: column.heading,
    found: cellText(cell),
    rows: nearest.parts.length,
    sum: nearest.sum,
    over: subtract(stands.value, nearest.sum),
    suspicion: suspicionOf(sheet, stands, nearest),
  });
}

interface Summed {
  sum: number;
  slack: number;
  parts: { line: TableLine; amount: Amount | 'none'; named: NamedRow }[];
}

/** Undefined where a number in it can't be read. */
function summedUp(
  sheet: Sheet,
  span: readonly TableLine[],
  { index, unit }: SummedColumn,
): Summed | undefined {
  const parts: Summed['parts'] = [];
  for (const line of span) {
    const cell = sheet.rows[line.row]?.[index];
    const amount = cell?.struck ? undefined : amountIn(cell, unit);
    if (!amount) return undefined;
    const at = cell?.at ?? sheet.rows[line.row]?.find(Boolean)?.at;
    parts.push({ line, amount, named: { code: brief(line.label), row: at?.line ?? line.row + 1 } });
  }
  const amounts = parts.flatMap(({ amount }) => (amount === 'none' ? [] : [amount]));
  // Whole numbers are exact; of broken ones each may have been rounded in its last digit, and of those that are shown short.
  const finest = Math.min(...amounts.map(({ step }) => step));
  const slack = amounts.reduce(
    (sum, { step, rounded }) => sum + (rounded || step > 1 ? step : finest < 1 ? finest : 0) / 2,
    0,
  );
  return { sum: amounts.reduce((sum, { value }) => add(sum, value), 0), slack, parts };
}

const NOISE = 1e-9;

function agrees(stands: Amount, { sum, slack, parts }: Summed): boolean {
  const steps = parts.flatMap(({ amount }) => (amount === 'none' ? [] : [amount.step]));
  const own = stands.rounded || stands.step > Math.min(...steps) ? stands.step / 2 : 0;
  return Math.abs(subtract(stands.value, sum)) <= slack + own + NOISE;
}

/** In the column's unit; none: nothing is filled in, undefined: no plain number. */
function amountIn(cell: SheetCell | undefined, unit: string): Amount | 'none' | undefined {
  if (!cell || isBlankValue(cellText(cell))) return 'none';
  const held = heldValue(cell, []);
  const read = held && readQuantity(held.value, [unit]);
  if (!read?.ok || read.quantity.qualifier !== '') return undefined;
  const { value, decimals } = read.quantity;
  const { t, w } = cell.cell;
  const shown = t === 'n' ? (/^[^.]*\d\.(\d+)/.exec(w ?? '')?.[1]?.length ?? 0) : decimals;
  const exact = Math.min(decimals, shown);
  const inUnit = (number: number): number | undefined =>
    convertUnit({ ...read.quantity, value: number, unit: read.quantity.unit || unit }, unit)?.value;
  const [whole, step] = [inUnit(value), inUnit(scale(1, -exact))];
  return whole === undefined || step === undefined
    ? undefined
    : { value: whole, step, rounded: decimals > shown };
}

/** A slip of magnitude in one number: a digit too many, 元 or 亿元 for 万元. */
const SHIFTS = [1, 2, 3, 4, -1, -2, -3, -4] as const;

/** What alone would account for the difference. */
function suspicionOf(
  sheet: Sheet,
  stands: Amount,
  { sum, slack, parts }: Summed,
): TotalSuspicion | undefined {
  const over = subtract(stands.value, sum);
  const close = (left: number, right: number): boolean => Math.abs(subtract(left, right)) <= slack + NOISE;
  const hidden = parts.filter(({ line }) => sheet.hidden?.rows.has(line.row));
  const unseen = hidden.reduce((all, { amount }) => (amount === 'none' ? all : add(all, amount.value)), 0);
  if (unseen !== 0 && close(unseen, -over)) return { kind: 'hidden', rows: hidden.map(({ named }) => named) };
  const one = (fits: (value: number) => boolean): NamedRow | undefined => {
    const [only, ...more] = parts.filter(({ amount }) => amount !== 'none' && fits(amount.value));
    return more.length === 0 ? only?.named : undefined;
  };
  const uncounted = one((value) => value !== 0 && close(value, -over));
  if (uncounted) return { kind: 'uncounted', row: uncounted };
  const meant = (shift: number): boolean =>
    Math.abs(subtract(scale(stands.value, shift), sum)) <= scale(stands.step, shift) / 2 + slack;
  if (sum !== 0 && SHIFTS.some(meant)) return { kind: 'unit' };
  const shifted = one(
    (value) => value !== 0 && SHIFTS.some((shift) => close(scale(value, shift), add(value, over))),
  );
  if (shifted) return { kind: 'shifted', row: shifted };
  const swapped = one((value) => swaps(value).includes(add(value, over)));
  if (swapped) return { kind: 'swapped', row: swapped };
  const empty = parts.filter(({ amount }) => amount === 'none').map(({ named }) => named);
  return over > 0 && empty.length > 0 ? { kind: 'empty', rows: empty } : undefined;
}

/** The number with two neighbouring digits exchanged. */
function swaps(value: number): number[] {
  const digits = String(value);
  return [...digits].flatMap((digit, i) => {
    const next = digits[i + 1];
    const whole = next !== undefined && /\d/.test(digit) && /\d/.test(next) && digit !== next;
    return whole ? [Number(`${digits.slice(0, i)}${next}${digit}${digits.slice(i + 2)}`)] : [];
  });
}
