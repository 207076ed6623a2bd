/**
 * Fills the pages of a book. A chart that would not fit on what is left of a page leaves white paper; so it is made a
 * little lower, or the paragraphs after it come before it, or the charts already on the page are made higher. Decided once,
 * by the browser's measures, for all formats. Lengths in millimetres.
 */
import type { Chart } from '../../model/chart.ts';
import type { Block, ChartBlock } from '../../model/document.ts';
import { staysWhole } from '../table-grid.ts';

export interface MeasuredBlock {
  block: Block;
  /** From its upper edge to that of the next block. */
  height: number;
}

/** By how much a chart may be lower or higher than asked for. */
const LOWEST = 0.74;
const HIGHEST = 1.34;
/** Kept free at the foot of a page for what the measures do not tell. */
const SLACK_MM = 2;
/** A heading stays with so much of what follows; a long table begins only where there is so much. */
const AFTER_HEADING_MM = 20;
const TABLE_START_MM = 34;
/** Their shapes would suffer. */
const RIGID: readonly Chart['kind'][] = ['tileMap', 'heat'];

/** Blocks that move as one: a pair of charts, or any other block alone. */
interface Piece {
  blocks: Block[];
  height: number;
}

/** In: the blocks of one section with their heights, and the height of a page's text. Out: the blocks as they are to stand. */
export function flow(measured: readonly MeasuredBlock[], pageMm: number): Block[] {
  const page = pageMm - SLACK_MM;
  const queue = piecesOf(measured);
  const out: Block[][] = [];
  let y = 0;
  let onPage: number[] = [];
  const turn = (left: number): void => {
    stretch(out, onPage, left);
    y = 0;
    onPage = [];
  };
  for (let i = 0; i < queue.length; i += 1) {
    const piece = queue[i] as Piece;
    const [first] = piece.blocks;
    const left = page - y;
    if (first?.kind === 'pageBreak') {
      turn(left);
      out.push(piece.blocks);
      continue;
    }
    if (runsOn(first)) {
      const need = first?.kind === 'heading' ? piece.height + startOf(queue[i + 1], page) : firstPart(first);
      if (need > left && y > 0) turn(first?.kind === 'table' || first?.kind === 'heading' ? left : 0);
      out.push(piece.blocks);
      const end = y + piece.height;
      if (end > page) onPage = [];
      y = end > page ? end % page : end;
      continue;
    }
    if (piece.height > left && y > 0) {
      const lower = lowered(piece, left);
      if (lower) {
        out.push(lower);
        turn(0);
        continue;
      }
      const moved = takeBefore(queue, i, left);
      for (const one of moved) out.push(one.blocks);
      turn(left - moved.reduce((sum, one) => sum + one.height, 0));
    }
    onPage.push(out.length);
    out.push(piece.blocks);
    y += piece.height;
  }
  turn(page - y);
  return out.flat();
}

function piecesOf(measured: readonly MeasuredBlock[]): Piece[] {
  const pieces: Piece[] = [];
  for (let i = 0; i < measured.length; i += 1) {
    const { block, height } = measured[i] as MeasuredBlock;
    const next = measured[i + 1];
    if (isHalf(block) && next && isHalf(next.block)) {
      pieces.push({ blocks: [block, next.block], height: Math.max(height, 0) + Math.max(next.height, 0) });
      i += 1;
    } else pieces.push({ blocks: [block], height });
  }
  return pieces;
}

const isHalf = (block: Block): boolean => block.kind === 'chart' && block.half === true;

/** What may go on overleaf. */
const runsOn = (block: Block | undefined): boolean =>
  block?.kind === 'paragraph' ||
  block?.kind === 'list' ||
  block?.kind === 'heading' ||
  (block?.kind === 'table' && !staysWhole(block, 'book'));

const firstPart = (block: Block | undefined): number => (block?.kind === 'table' ? TABLE_START_MM : 8);

/** How much of the next piece must stand on the page of its heading. */
const startOf = (next: Piece | undefined, page: number): number =>
  next && !runsOn(next.blocks[0]) ? Math.min(next.height, page / 2) : AFTER_HEADING_MM;

/** Charts of many rows need room for each. */
const ROWS: readonly Chart['kind'][] = ['bar', 'stackedBar', 'dot', 'range', 'bullet'];
const ROW_MM = 5.6;
const AROUND_ROWS_MM = 14;
const lowest = (chart: Chart): number =>
  ROWS.includes(chart.kind) ? AROUND_ROWS_MM + ROW_MM * chart.categories.length : chart.heightMm * LOWEST;

/** The charts of a piece, low enough for the room; undefined when they would become too low. */
function lowered(piece: Piece, room: number): Block[] | undefined {
  const lack = piece.height - room;
  const charts = piece.blocks.filter((block): block is ChartBlock => block.kind === 'chart');
  const fits = charts.every(
    ({ chart }) => !RIGID.includes(chart.kind) && chart.heightMm - lack >= lowest(chart),
  );
  return charts.length > 0 && fits ? charts.map((block) => resized(block, -lack)) : undefined;
}

/** Takes the paragraphs after piece `i` out of the queue that fit in the room, up to the next heading, chart or table. */
function takeBefore(queue: Piece[], i: number, room: number): Piece[] {
  const moved: Piece[] = [];
  let left = room;
  for (;;) {
    const next = queue[i + 1];
    const [block] = next?.blocks ?? [];
    if (!next || block?.kind !== 'paragraph' || block.style !== 'body' || next.height > left) return moved;
    queue.splice(i + 1, 1);
    moved.push(next);
    left -= next.height;
  }
}

/** Makes the charts of a page higher by what is left of it. */
function stretch(out: Block[][], onPage: readonly number[], left: number): void {
  const soft = onPage.filter((at) =>
    (out[at] ?? []).every((block) => block.kind === 'chart' && !RIGID.includes(block.chart.kind)),
  );
  let rest = left;
  soft.forEach((at, k) => {
    const share = rest / (soft.length - k);
    const blocks = (out[at] ?? []) as ChartBlock[];
    const most = Math.min(...blocks.map(({ chart }) => chart.heightMm * (HIGHEST - 1)));
    const more = Math.max(0, Math.min(share, most));
    out[at] = blocks.map((block) => resized(block, more));
    rest -= more;
  });
}

const resized = (block: ChartBlock, by: number): ChartBlock => ({
  ...block,
  chart: { ...block.chart, heightMm: Math.floor((block.chart.heightMm + by) * 10) / 10 },
});
