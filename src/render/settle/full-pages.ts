/**
 * Fills the pages of text with charts. What would not fit on the rest of a page leaves white paper; so the charts of the page
 * are made a little lower, or the paragraphs after it come before it and, in a book, the charts already there are made
 * higher, or a table goes on overleaf. All of these are followed to the end of the section, as what is best for one page may
 * leave the next one empty. Decided once, by the browser's measures, for all formats. Lengths in millimetres.
 */
import type { Chart } from '../../model/document/chart.ts';
import type { Block, ChartBlock, TableBlock } from '../../model/document/document.ts';
import { leadsIn } from '../layout/lead-in.ts';
import { keptRows, staysWhole } from '../layout/table-grid.ts';

export interface MeasuredBlock {
  block: Block;
  /** From its upper edge to that of the next block. */
  height: number;
  /** Of this, the room between the two, which is not needed at the foot of a page. */
  below?: number;
  /** Of a text that goes on overleaf: not this one. */
  whole?: boolean;
}

/**
 * By how much a chart may be lower or higher than asked for, and what is kept free at the foot of a page, or of one that a
 * chart ends, for what the measures do not tell. Papers are edited by hand and printed in other fonts: none of their charts
 * takes all that is left of a page, and what goes on overleaf is reckoned by whole lines and rows. There a paragraph may come
 * before a chart and go on below it overleaf; tables, which are small, leave little white paper and stay where they are. Its last
 * lines come over to charts that can make room for them: should they not find it in Word, they are drawn in there.
 */
const LIMITS = {
  book: {
    lowest: 0.74,
    rowMm: 5,
    highest: 1.34,
    slackMm: 2,
    reserveMm: 0,
    wholeLines: false,
    textAcross: false,
    tablesMove: true,
    gathersEnd: false,
  },
  paper: {
    lowest: 0.85,
    rowMm: 4.6,
    highest: 1,
    slackMm: 0,
    reserveMm: 4,
    wholeLines: true,
    textAcross: true,
    tablesMove: false,
    gathersEnd: true,
  },
} as const;
/** A heading stays with so much of what follows; a long table begins only where there is so much. */
const AFTER_HEADING_MM = 20;
const TABLE_START_MM = 40;
/** Neither page begins or ends with a single line of a paragraph. */
const LEAST_LINES = 2;
/** Head, caption and note of a table by its rows; the head is printed again overleaf. */
const HEAD_ROWS = 2;
/** Their shapes would suffer. */
const RIGID: readonly Chart['kind'][] = ['tileMap', 'heat'];

/** A table of so many rows may be broken where its page would be left too empty. */
const BREAKABLE_ROWS = 8;
/** So many ways to lay out a section are followed, the best ones. */
const WAYS = 24;
/**
 * What is held against a way: white paper at the foot of a page and too little on the last, both squared, as parts of a page; a
 * page more; charts that are as low as they may be; a broken table.
 */
const COST = { white: 1, emptyEnd: 1.5, page: 0.04, lowest: 0.04, broken: 0.05 };
/** The last page should hold so much of what it may. */
const LEAST_END = 0.3;

/** Blocks that move as one: a pair of charts, or any other block alone. */
interface Piece {
  blocks: Block[];
  height: number;
  below: number;
  whole: boolean;
}

/** What a page of the text holds. */
export interface PageText {
  form: keyof typeof LIMITS;
  heightMm: number;
  /** Of running text. */
  lineMm: number;
  charactersPerLine: number;
}

type Limits = (typeof LIMITS)[keyof typeof LIMITS];
/** `mm`: what of it is filled. */
type Page = PageText & Limits & { mm: number };

/** How a section may be laid out, as far as it has come. */
interface Way {
  out: readonly Block[][];
  rest: readonly Piece[];
  /** Filled of the page. */
  y: number;
  /** What else than running text is on the page, by its place in `out`. */
  onPage: readonly number[];
  cost: number;
}

/** In: the blocks of one section with their heights, and what a page holds. Out: the blocks as they are to stand. */
export function fullPages(measured: readonly MeasuredBlock[], text: PageText): Block[] {
  const limits = LIMITS[text.form];
  const page: Page = { ...text, ...limits, mm: text.heightMm - limits.slackMm };
  const out: Block[] = [];
  let pieces: Piece[] = [];
  for (const piece of piecesOf(measured)) {
    if (piece.blocks[0]?.kind === 'pageBreak') {
      out.push(...laidOut(pieces, page), ...piece.blocks);
      pieces = [];
    } else pieces.push(piece);
  }
  return [...out, ...laidOut(pieces, page)];
}

/** What stands between two breaks of the author's. */
function laidOut(pieces: readonly Piece[], page: Page): Block[] {
  let ways: Way[] = [{ out: [], rest: pieces, y: 0, onPage: [], cost: 0 }];
  while (ways.some(({ rest }) => rest.length > 0))
    ways = best(ways.flatMap((way) => (way.rest.length > 0 ? next(way, page) : [way]))).slice(0, WAYS);
  const ended = ways.map((way): Way => {
    const lacking = Math.max(0, LEAST_END - way.y / page.mm);
    return { ...way, cost: way.cost + COST.emptyEnd * lacking ** 2 };
  });
  return best(ended)
    .slice(0, 1)
    .flatMap((way) => turned(way, page.mm - way.y, page).out.flat());
}

const best = (ways: readonly Way[]): Way[] => [...ways].sort((a, b) => a.cost - b.cost);

/** All that may be done with the next piece and the headings above it. */
function next(way: Way, page: Page): Way[] {
  const headings = way.rest.findIndex(({ blocks }) => blocks[0]?.kind !== 'heading');
  const group = headings < 0 ? way.rest : way.rest.slice(0, headings + 1);
  const rest = way.rest.slice(group.length);
  const from: Way = { ...way, rest };
  const [block] = group.at(-1)?.blocks ?? [];
  const left = page.mm - way.y;
  const above = heightOf(group.slice(0, -1));
  if (!block || runsOn(block, page)) {
    const fits =
      above + (above > 0 ? Math.max(AFTER_HEADING_MM, firstPart(block)) : firstPart(block)) <= left;
    const white = above > 0 || block?.kind === 'table' ? left : 0;
    return [
      placed(fits || way.y === 0 ? from : turned(from, white, page), group, page),
      ...gathered(way, page),
    ];
  }
  const lack = heightOf(group) - (group.at(-1)?.below ?? 0) + page.reserveMm - left;
  if (lack <= 0) return [placed(from, group, page)];
  const lower = lowered(from, group, lack, page);
  if (way.y === 0) return [lower ?? placed(from, group, page)];
  return [...overleaf(from, group, page), ...(lower ? [lower] : []), ...broken(from, group, page)];
}

const heightOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { height }) => sum + height, 0);

/** The pieces below each other; running text goes on to a new page by itself. */
function placed(way: Way, pieces: readonly Piece[], page: Page): Way {
  const out = [...way.out];
  let { y, onPage, cost } = way;
  for (const piece of pieces) {
    const { blocks, height } = piece;
    const before = y;
    y += height;
    if (!runsOn(blocks[0], page)) onPage = [...onPage, out.length];
    else if (y > page.mm) {
      onPage = [];
      cost += COST.page;
      y = (height - kept(piece, page.mm - before, page)) % page.mm;
    }
    out.push(blocks);
  }
  return { ...way, out, y, onPage, cost };
}

/** How much of a piece that runs on finds room: of text whole lines, of tables what leaves enough rows overleaf, where these count. */
function kept({ blocks: [block], height, whole }: Piece, room: number, { wholeLines, lineMm }: Page): number {
  if (!wholeLines) return room;
  if (block?.kind === 'table') {
    const row = height / (block.body.length + HEAD_ROWS);
    const overleaf = (block.body.length - keptRows(block).tail) * row;
    return Math.min(room - row / 2, height - overleaf) - HEAD_ROWS * row;
  }
  return whole ? 0 : room - (room % lineMm);
}

/** Where the charts of the page can give way to all that is left of the section: a last page of a few lines is saved. */
function gathered(way: Way, page: Page): Way[] {
  const { rest } = way;
  const lack = heightOf(rest) - (rest.at(-1)?.below ?? 0) + page.reserveMm - (page.mm - way.y);
  const lower = page.gathersEnd && lack > 0 ? lowered({ ...way, rest: [] }, rest, lack, page) : undefined;
  return lower ? [lower] : [];
}

/** A new page: the paragraphs that come after the piece stand before it as far as they fit, charts take what then is left. */
function overleaf(way: Way, group: readonly Piece[], page: Page): Way[] {
  const left = page.mm - way.y;
  const moves = mayMove(way, group, page);
  const count = moves ? countFitting(way.rest, left, page) : 0;
  const moved = way.rest.slice(0, count);
  const room = left - heightOf(moved);
  const filled = placed({ ...way, rest: way.rest.slice(count) }, moved, page);
  return [
    placed(turned(filled, room, page), group, page),
    ...(moves ? acrossPages(filled, group, room, page) : []),
  ];
}

/** Where text may: one paragraph more, which goes on overleaf by itself, so that the piece stands below its end. */
function acrossPages(way: Way, group: readonly Piece[], room: number, page: Page): Way[] {
  const [next] = way.rest;
  if (!page.textAcross || !next || next.whole || !isMovable(next, page)) return [];
  if (room < LEAST_LINES * page.lineMm) return [];
  const over = placed({ ...way, rest: way.rest.slice(1) }, [next], page);
  return heightOf(group) + page.reserveMm <= page.mm - over.y ? [placed(over, group, page)] : [];
}

/** A heading goes with its piece; words that announce it stay above it. */
function mayMove(way: Way, group: readonly Piece[], page: Page): boolean {
  const worth = page.tablesMove || group[0]?.blocks[0]?.kind === 'chart';
  return group.length === 1 && worth && !announces(way.out.at(-1)?.[0], page);
}

const announces = (block: Block | undefined, { charactersPerLine }: Page): boolean =>
  block?.kind === 'paragraph' && leadsIn(block, charactersPerLine);

/** How many paragraphs there are, up to the next heading, chart or table, that fit in the room. */
function countFitting(pieces: readonly Piece[], room: number, page: Page): number {
  let left = room;
  const end = pieces.findIndex((piece) => {
    left -= piece.height;
    return !isMovable(piece, page) || left < 0;
  });
  return end < 0 ? pieces.length : end;
}

/** Running text, but not what announces the next table or chart. */
const isMovable = ({ blocks: [block] }: Piece, page: Page): boolean =>
  block?.kind === 'paragraph' && block.style === 'body' && !announces(block, page);

/** All charts of the page lower, each by the same part of what it may be; undefined where that is not enough. */
function lowered(way: Way, group: readonly Piece[], lack: number, page: Page): Way | undefined {
  const gives = new Map(
    [...way.onPage.map((at) => way.out[at] ?? []), ...group.map(({ blocks }) => blocks)].map((blocks) => [
      blocks,
      giveOf(blocks, page),
    ]),
  );
  const whole = [...gives.values()].reduce((sum, give) => sum + give, 0);
  if (whole < lack) return undefined;
  const part = lack / whole;
  const lower = (blocks: Block[]): Block[] => {
    const give = gives.get(blocks) ?? 0;
    return give > 0 ? blocks.map((block) => resized(block as ChartBlock, -give * part)) : blocks;
  };
  const out = [...way.out.map(lower), ...group.map(({ blocks }) => lower(blocks))];
  return { ...way, out, y: page.mm, onPage: [], cost: way.cost + COST.lowest * part ** 2 };
}

/** By how much the charts of a piece may be lower; nothing else may. */
const giveOf = (blocks: readonly Block[], page: Page): number =>
  Math.max(
    0,
    Math.min(
      ...blocks.map((block) => (isSoft(block) ? block.chart.heightMm - lowest(block.chart, page) : 0)),
    ),
  );

/** A table, with its headings, that begins here and goes on overleaf. */
function broken(way: Way, group: readonly Piece[], page: Page): Way[] {
  const piece = group.at(-1);
  const [block] = piece?.blocks ?? [];
  const headings = group.slice(0, -1);
  const room = page.mm - way.y - heightOf(headings);
  if (!piece || block?.kind !== 'table' || block.body.length < BREAKABLE_ROWS || room < TABLE_START_MM)
    return [];
  const table: TableBlock = { ...block, mayBreak: true };
  const on = placed(way, [...headings, { ...piece, blocks: [table] }], page);
  return [{ ...on, cost: on.cost + COST.broken }];
}

function piecesOf(measured: readonly MeasuredBlock[]): Piece[] {
  const pieces: Piece[] = [];
  for (let i = 0; i < measured.length; i += 1) {
    const { block, height, below = 0, whole = false } = measured[i] as MeasuredBlock;
    const next = measured[i + 1];
    if (isHalf(block) && next && isHalf(next.block)) {
      pieces.push({
        blocks: [block, next.block],
        height: height + next.height,
        below: next.below ?? 0,
        whole,
      });
      i += 1;
    } else pieces.push({ blocks: [block], height, below, whole });
  }
  return pieces;
}

const isHalf = (block: Block): boolean => block.kind === 'chart' && block.half === true;

/** What may go on overleaf. */
const runsOn = (block: Block | undefined, { form }: Page): boolean =>
  block?.kind === 'paragraph' ||
  block?.kind === 'list' ||
  block?.kind === 'heading' ||
  (block?.kind === 'table' && !staysWhole(block, form));

const firstPart = (block: Block | undefined): number => (block?.kind === 'table' ? TABLE_START_MM : 8);

/**
 * Charts of many rows need room for each. A paper has its charts as low as a book's may be: were they not to give a little more
 * than that, one mark above the title would send them overleaf and leave the first page half empty.
 */
const ROWS: readonly Chart['kind'][] = ['bar', 'stackedBar', 'dot', 'range', 'bullet'];
const AROUND_ROWS_MM = 14;
const lowest = (chart: Chart, page: Page): number => {
  if (ROWS.includes(chart.kind))
    return Math.min(chart.heightMm, AROUND_ROWS_MM + page.rowMm * chart.categories.length);
  return chart.heightMm * (chart.kind === 'combo' ? LOWEST_COMBO : page.lowest);
};
/** Its line has a part of the height only, and would be flat. */
const LOWEST_COMBO = 0.9;

/** Turns the page; its charts are made higher by what is left of it. */
function turned(way: Way, left: number, page: Page): Way {
  const out = [...way.out];
  const soft = way.onPage.filter((at) => (out[at] ?? []).every(isSoft));
  let white = Math.max(0, left);
  soft.forEach((at, k) => {
    const share = white / (soft.length - k);
    const blocks = (out[at] ?? []) as ChartBlock[];
    const most = Math.min(...blocks.map(({ chart }) => chart.heightMm * (page.highest - 1)));
    const more = Math.min(share, most);
    out[at] = blocks.map((block) => resized(block, more));
    white -= more;
  });
  const cost = way.cost + COST.page + COST.white * (white / page.mm) ** 2;
  return { ...way, out, y: 0, onPage: [], cost };
}

const isSoft = (block: Block): block is ChartBlock =>
  block.kind === 'chart' && !RIGID.includes(block.chart.kind);

const resized = (block: ChartBlock, by: number): ChartBlock => ({
  ...block,
  chart: { ...block.chart, heightMm: Math.floor((block.chart.heightMm + by) * 10) / 10 },
});
