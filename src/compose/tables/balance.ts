/** Widths of columns of text: shared so that the table becomes as low as it can. */
import type { TableCell } from '../../model/document.ts';
import { plainText } from '../../model/inline.ts';
import { SHEET_MM, type TableContent } from './cells.ts';

/** The small type of dense tables, millimetres. */
const CHARACTER_MM = 3.175;
const PADDING_MM = 1.8;
/** A column of texts is not read well when it is narrower. */
const LEAST_CHARACTERS = 8;
/** What is moved from one column to another at a time. */
const STEP_MM = 1;
/** More than any table needs; each move makes it lower, so it ends of itself. */
const MOST_MOVES = 400;

/**
 * In: a dense table across a page turned on its side, or of the width given, its widths in any measure; heads of the columns
 * of texts. Out: the same, the width of these shared out anew; the others keep theirs. None becomes narrower than its head in
 * one line, or too narrow for texts.
 */
export function balanced(table: TableContent, heads: readonly string[], wide = SHEET_MM): TableContent {
  const whole = table.columns.reduce((sum, { width }) => sum + width, 0);
  const widths = table.columns.map(({ width }) => (width / whole) * wide);
  const texts = (table.head[0] ?? []).flatMap((cell, i) => (heads.includes(textOf(cell)) ? [i] : []));
  const lengths = table.body.map((row) => texts.map((i) => lengthOf(row[i])));
  const least = texts.map((i, k) => {
    const longest = Math.max(0, ...lengths.map((row) => row[k] ?? 0));
    const characters = Math.max(lengthOf(table.head[0]?.[i]), Math.min(LEAST_CHARACTERS, longest));
    return characters * CHARACTER_MM + PADDING_MM + 1;
  });
  const height = (of: readonly number[]): number =>
    lengths.reduce((sum, row) => sum + Math.max(...row.map((length, k) => heightOf(length, of[k] ?? 1))), 0);

  let shares = atLeast(
    texts.map((i) => widths[i] ?? 0),
    least,
  );
  let best = height(shares);
  for (let moves = 0; moves < MOST_MOVES; moves += 1) {
    const lower = movesOf(shares, least)
      .map((next) => ({ next, height: height(next) }))
      .reduce((a, b) => (b.height < a.height ? b : a), { next: shares, height: best });
    if (lower.height >= best) break;
    shares = lower.next;
    best = lower.height;
  }
  const columns = table.columns.map((column, i) => {
    const share = shares[texts.indexOf(i)];
    return { ...column, width: Number((share ?? widths[i] ?? 0).toFixed(2)) };
  });
  return { ...table, columns };
}

/** None below its least; the widest gives what is lacking. */
function atLeast(shares: readonly number[], least: readonly number[]): number[] {
  const raised = shares.map((mm, k) => Math.max(mm, least[k] ?? 0));
  const lacking = raised.reduce((a, b) => a + b, 0) - shares.reduce((a, b) => a + b, 0);
  const widest = raised.indexOf(Math.max(...raised));
  return raised.map((mm, k) => (k === widest ? mm - lacking : mm));
}

/** All ways to move a step from one column to another. */
function movesOf(shares: readonly number[], least: readonly number[]): number[][] {
  return shares.flatMap((from, i) =>
    from - STEP_MM < (least[i] ?? 0)
      ? []
      : shares.flatMap((_, j) =>
          i === j ? [] : [shares.map((mm, k) => mm + (k === j ? STEP_MM : 0) - (k === i ? STEP_MM : 0))],
        ),
  );
}

/**
 * What a line loses at its end, in characters: dates and figures are not broken, marks do not begin a line. A text of one line
 * is not broken, and loses no more than what measures do not tell.
 */
const LOSS = { broken: 1, whole: 0.2 };

/** Lines of a text; a part of the last line counts a little, so that a column that is nearly full is noticed. */
function heightOf(length: number, mm: number): number {
  const room = (mm - PADDING_MM) / CHARACTER_MM;
  const lines = length / Math.max(1, room - (length <= room - LOSS.whole ? LOSS.whole : LOSS.broken));
  return Math.ceil(lines) + lines / 4;
}

const textOf = (cell: TableCell | undefined): string => cell?.content.map(plainText).join('') ?? '';

/** In characters: figures and Latin letters are half of one, and some programs set them off by a quarter of one. */
function lengthOf(cell: TableCell | undefined): number {
  const text = textOf(cell);
  const narrow = text.match(/[\x20-\x7E]/g)?.length ?? 0;
  const runs = text.match(/[\x21-\x7E]+/g)?.length ?? 0;
  return [...text].length - narrow / 2 + runs / 2;
}
