/** The grid of a table: where its cells stand, with those from above that reach down taken into account. */
import { madeOnce } from '../../base/made-once.ts';
import type { TableBlock, TableCell } from '../../model/document/document.ts';
import { plainText } from '../../model/document/inline.ts';

export interface PlacedCell {
  cell: TableCell;
  /** First column of the grid, from 0. */
  column: number;
  /** Whether this is the lower part of a cell that began in a row above. */
  continued: boolean;
}

/**
 * In: rows of cells with spans. Out: each row's cells with their columns. A tall cell comes again, as continued, in every
 * row that it reaches down to: Word wants it there, HTML leaves it out.
 */
export function placeCells(rows: readonly (readonly TableCell[])[]): PlacedCell[][] {
  /** Cells that reach below, by their first column, and for how many more rows. */
  const reaching = new Map<number, { cell: TableCell; rows: number }>();
  return rows.map((cells) => {
    const own = [...cells];
    const placed: PlacedCell[] = [];
    for (let column = 0; own.length > 0 || reaching.has(column); ) {
      const above = reaching.get(column);
      const cell = above ? above.cell : own.shift();
      if (!cell) break;
      placed.push({ cell, column, continued: above !== undefined });
      const left = (above ? above.rows : cell.rowSpan) - 1;
      if (left > 0) reaching.set(column, { cell, rows: left });
      else reaching.delete(column);
      column += cell.colSpan;
    }
    return placed;
  });
}

/**
 * Tables of no more rows and lines than these stay on one page: a longer one would leave half of the page before empty.
 * In books tables stand in the text, and text may take the room.
 */
const WHOLE = { paper: { rows: 6, lines: 16 }, book: { rows: 16, lines: 30 } };
/** Characters in a line across the whole width, of the sizes that tables are set in. */
const LINE_CHARACTERS = 48;

/** Whether a table must not be broken across pages; estimated alike for all formats. */
export function staysWhole(block: TableBlock, form: keyof typeof WHOLE): boolean {
  if (block.mayBreak || block.body.length > WHOLE[form].rows) return false;
  return sumOf(linesOfRows(block)) <= WHOLE[form].lines;
}

/** So many rows at least begin a table at the foot of a page, and come to its last one; of tall rows fewer. */
const LEAD = { rows: 3, lines: 9 };
const TAIL = { rows: 6, lines: { normal: 14, dense: 18 } };
/**
 * One row alone would look like a slip: two go together, unless they are so tall that the page before would look empty. At the
 * foot of a page that is soon: below a title there is room for one of several lines, and without it for nothing.
 */
const PAIR_LINES = { lead: 10, tail: 20 };

/** Where the last rows of a table in parts begin a part, more may come: a part is turned over to as a whole. */
const PART = { rows: 6, lines: 18 };

/** The rows before `lead` stay together, and so do those from `tail` on. */
export interface KeptRows {
  lead: number;
  tail: number;
}

/**
 * A row of more lines goes on over the page, or the page before would stay half empty and a row higher than a page would leave
 * its table's title alone. Of a page on its side it is about two thirds.
 */
const TALL_LINES = 30;

/** Which rows of the body may be broken across pages; estimated alike for all formats. */
export const tallRows = (block: TableBlock): boolean[] =>
  linesOfRows(block).map((lines) => lines > TALL_LINES);

/** Estimated alike for all formats. A row that may be broken is kept with none. */
export function keptRows(block: TableBlock): KeptRows {
  const { length } = block.body;
  const tall = tallRows(block);
  const [begun, left] = [leadEnd(block), tailStart(block)];
  const lead = tall.slice(0, begun).includes(true) ? 0 : begun;
  const tail = tall.slice(left).includes(true) ? length : left;
  if (lead <= tail) return { lead, tail };
  return length - lead > 1 ? { lead, tail: lead } : { lead: 0, tail: 0 };
}

function leadEnd(block: TableBlock): number {
  const lines = linesOfRows(block);
  const ends = [...rowGroups(block.body).slice(1), block.body.length];
  return furthest(ends, { ...LEAD, pair: PAIR_LINES.lead }, (end) => ({
    rows: end,
    lines: sumOf(lines.slice(0, end)),
  }));
}

function tailStart(block: TableBlock): number {
  const lines = linesOfRows(block);
  const { length } = block.body;
  const part = block.body.findLastIndex((row, i) => isGroupHead(row) && length - i >= PART.rows);
  if (part > 0 && sumOf(lines.slice(part)) <= PART.lines) return part;
  const starts = rowGroups(block.body).toReversed();
  const enough = { rows: TAIL.rows, lines: TAIL.lines[block.density], pair: PAIR_LINES.tail };
  return furthest(starts, enough, (start) => ({ rows: length - start, lines: sumOf(lines.slice(start)) }));
}

interface Extent {
  rows: number;
  lines: number;
}

/** The first of the edges that has enough rows, or the last before there would be too many lines; two rows where possible. */
function furthest(
  edges: readonly number[],
  enough: Extent & { pair: number },
  upTo: (edge: number) => Extent,
): number {
  let [kept = 0] = edges;
  for (const edge of edges.slice(1)) {
    const { rows } = upTo(kept);
    const most = rows < 2 ? enough.pair : enough.lines;
    if (rows >= enough.rows || upTo(edge).lines > most) break;
    kept = edge;
  }
  return kept;
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

const known = new WeakMap<TableBlock, number[]>();

/** How many lines each row takes, about; asked for several times by each format. */
const linesOfRows = (block: TableBlock): number[] => madeOnce(known, block, () => countLines(block));

function countLines({ body, columns }: TableBlock): number[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const linesOf = ({ cell, column }: PlacedCell): number => {
    const width = columns.slice(column, column + cell.colSpan).reduce((sum, one) => sum + one.width, 0);
    const characters = Math.max(1, (LINE_CHARACTERS * width) / whole);
    const lines = cell.content.map((nodes) => Math.ceil(plainText(nodes).length / characters));
    return lines.reduce((sum, one) => sum + Math.max(1, one), 0) / cell.rowSpan;
  };
  return placeCells(body).map((row) => Math.max(...row.map(linesOf)));
}

/**
 * Rows that cells reach across, together; a page break between them would cut a cell in two. The head of a group of rows
 * stays with the first of them.
 * In: rows. Out: index of the first row of each group.
 */
export function rowGroups(rows: readonly (readonly TableCell[])[]): number[] {
  const starts: number[] = [];
  let reach = 0;
  for (const [i, row] of rows.entries()) {
    if (i >= reach) starts.push(i);
    reach = Math.max(reach, ...row.map((cell) => i + cell.rowSpan), isGroupHead(row) ? i + 2 : 0);
  }
  return starts;
}

/** A row of one header cell across the table heads those below it. */
const isGroupHead = ([first, ...others]: readonly TableCell[]): boolean =>
  others.length === 0 && first !== undefined && first.header && first.colSpan > 1;
