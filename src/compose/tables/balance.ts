/** Widths of columns of text: shared so that the table becomes as low as it can. */
import type { TableBlock } from '../../model/document/document.ts';
import { CHARACTER_MM, SHEET_MM, type TableContent, textOf, wholeRows } from './cells.ts';

/** What a cell keeps free at its sides, and what is added so that other programs break nothing there, millimetres. */
const PADDING_MM: Record<TableBlock['density'], number> = { normal: 2.5, dense: 1.8 };
const SPARE_MM: Record<TableBlock['density'], number> = { normal: 0.4, dense: 1 };
/** A column of texts is not read well when it is narrower. */
const LEAST_CHARACTERS = 8;
/** Characters of a head that is not broken: 序号. */
const WORD = 2;
/** Characters of the longest name that is kept in one line: 省地方金融监管局, 新一代信息技术产业. */
const LONGEST_NAME = 9;
/** A status is broken after its sign and between its words where its column asks for that. */
const NAME = /^\p{Script=Han}/u;
/** What is moved from one column to another at a time: a text may need several millimetres for a line less. */
const STEPS_MM = [1, 2, 4, 8];
/** More than any table needs; each move makes it lower, so it ends of itself. */
const MOST_MOVES = 400;

/** How wide a text is in a table's type, and the lines of a column. */
interface Type {
  character: number;
  padding: number;
  spare: number;
}

/**
 * In: a table across a page turned on its side, or of the width given, its widths in any measure; heads of the columns of
 * texts. Out: the same, the width of these shared out anew, and of what the others do not need; these keep all they say in
 * the lines that it has, a name of a unit in one, and those that were as wide as each other still are. None of texts becomes
 * narrower than its head in one line, or too narrow for texts: where there is no room for that, the table is set in smaller type.
 */
export function balanced(table: TableContent, heads: readonly string[], wide = SHEET_MM): TableContent {
  const { shared, cramped } = sharedOut(table, heads, wide);
  if (!cramped || table.density === 'dense') return shared;
  return sharedOut({ ...table, density: 'dense' }, heads, wide).shared;
}

/** cramped: a column of texts is narrower than it is to be. */
interface Shared {
  shared: TableContent;
  cramped: boolean;
}

function sharedOut(table: TableContent, heads: readonly string[], wide: number): Shared {
  const whole = table.columns.reduce((sum, { width }) => sum + width, 0);
  const texts = (table.head[0] ?? []).flatMap((cell, i) => (heads.includes(textOf(cell)) ? [i] : []));
  const { density } = table;
  const type = { character: CHARACTER_MM[density], padding: PADDING_MM[density], spare: SPARE_MM[density] };
  const given = table.columns.map(({ width }) => (width / whole) * wide);
  const needed = given.map((mm, i) =>
    texts.length === 0 || texts.includes(i) ? mm : neededBy(table, i, mm, type),
  );
  const alike = (i: number, j: number): boolean =>
    !texts.includes(j) && given[i] === given[j] && table.columns[i]?.align === table.columns[j]?.align;
  const widths = needed.map((mm, i) =>
    texts.includes(i) ? mm : Math.max(...needed.filter((_, j) => alike(i, j))),
  );
  const spare = wide - widths.reduce((sum, mm) => sum + mm, 0);
  const lengths = table.body.map((row) => texts.map((i) => linesOf(textOf(row[i])).map(lengthOf)));
  const least = texts.map((i, k) => {
    const longest = Math.max(0, ...lengths.flatMap((row) => row[k] ?? []));
    const characters = Math.max(lengthOf(textOf(table.head[0]?.[i])), Math.min(LEAST_CHARACTERS, longest));
    return characters * type.character + type.padding + type.spare;
  });
  const height = (of: readonly number[]): number =>
    lengths.reduce((sum, row) => sum + Math.max(...row.map((own, k) => heightOf(own, of[k] ?? 1, type))), 0);

  let shares = atLeast(
    texts.map((i) => (widths[i] ?? 0) + spare / texts.length),
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
  return { shared: { ...table, columns }, cramped: shares.some((mm, k) => mm + ROUNDING < (least[k] ?? 0)) };
}

const ROUNDING = 0.01;

/**
 * Of a column that is no text's: its longest entry in one line, its head in the lines that it has, a head of one word in one.
 * Where entries break it is as wide as it was, and as the longest of the names in them.
 */
function neededBy(table: TableContent, column: number, mm: number, type: Type): number {
  const widthOf = (characters: number): number => characters * type.character + type.padding + type.spare;
  const room = (mm - type.padding) / type.character;
  const name = lengthOf(textOf(table.head[0]?.[column]));
  const entries = wholeRows(table).flatMap((row) => linesOf(textOf(row[column])));
  const lines = name <= WORD ? 1 : Math.ceil(name / room);
  const longest = Math.max(Math.ceil(name / lines), ...entries.map(lengthOf));
  if (longest <= WORD) return widthOf(longest);
  if (longest <= room) return Math.min(mm, widthOf(longest));
  if (table.columns[column]?.align !== 'left') return mm;
  const names = entries
    .flatMap((entry) => entry.split('、'))
    .filter((entry) => NAME.test(entry))
    .map(lengthOf)
    .filter((length) => length <= LONGEST_NAME);
  return Math.max(mm, widthOf(Math.max(0, ...names)));
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
    STEPS_MM.filter((step) => from - step >= (least[i] ?? 0)).flatMap((step) =>
      shares.flatMap((_, j) =>
        i === j ? [] : [shares.map((mm, k) => mm + (k === j ? step : 0) - (k === i ? step : 0))],
      ),
    ),
  );
}

/**
 * What a line loses at its end, in characters: dates and figures are not broken, marks do not begin a line. A text of one line
 * is not broken, and loses no more than what measures do not tell.
 */
const LOSS = { broken: 1, whole: 0.2 };

/** Lines of a text of so many given ones; a part of a last line counts a little, so that a column that is nearly full is noticed. */
function heightOf(lengths: readonly number[], mm: number, { padding, character }: Type): number {
  const room = (mm - padding) / character;
  return lengths.reduce((sum, length) => {
    const lines = length / Math.max(1, room - (length <= room - LOSS.whole ? LOSS.whole : LOSS.broken));
    return sum + Math.ceil(lines) + lines / 4;
  }, 0);
}

/** A text may have line breaks of its own: 逾期办结, and below it the day. */
const linesOf = (text: string): string[] => text.split('\n');

/** In characters: figures and Latin letters are half of one, and some programs set them off by a quarter of one. */
function lengthOf(text: string): number {
  const narrow = text.match(/[\x20-\x7E]/g)?.length ?? 0;
  const runs = text.match(/[\x21-\x7E]+/g)?.length ?? 0;
  return [...text].length - narrow / 2 + runs / 2;
}
