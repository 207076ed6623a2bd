/** How high each block of a document is, by the browser's layout at the width of the text. */
import type { Outcome } from '../../base/diagnostic.ts';
import type { Document } from '../../model/document/document.ts';
import { sectionAnchor } from '../html/document.ts';
import { MM_PER_PIXEL } from '../layout/units.ts';
import { onLoadedPage } from './loaded.ts';
import type { PrintContext } from './print-context.ts';

/** Of a block: millimetres from its upper edge to that of the next, of this the room between the two, whether it stays whole. */
export type Height = [height: number, below: number, whole: boolean];

/** For each section of text upright on the page the heights of its blocks, in order; charts need not be drawn for it. */
export async function measureHeights(
  document: Document,
  context: Omit<PrintContext, 'charts'>,
): Promise<Outcome<Height[][]>> {
  const charts = new Map(
    document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'chart' ? [[block.id, emptyDrawing(block.chart.heightMm)]] : [],
      ),
    ) as [string, string][],
  );
  return onLoadedPage(document, { ...context, charts }, async (page) => {
    const { marginsMm, widthMm } = context.theme.page;
    const textMm = widthMm - marginsMm.binding - marginsMm.fore;
    const ids = document.sections.map((_, i) => sectionAnchor(i));
    // What is kept together is two blocks in one element; anchors are none.
    const heights = (await page.evaluate(`{
      document.body.style.display = 'block';
      document.body.style.width = '${textMm}mm';
      ${JSON.stringify(ids)}.map((id) => {
        const section = document.getElementById(id);
        const blocks = [...section.children]
          .filter((child) => !child.matches('[hidden],div[id]:empty:not([class])'))
          .flatMap((child) => child.matches('.closing') ? [...child.children] : [child]);
        const edges = blocks.map((block) => block.getBoundingClientRect());
        const ends = edges.slice(1).map(({ top }) => top).concat(section.getBoundingClientRect().bottom);
        return edges.map(({ top, bottom }, i) =>
          [ends[i] - top, ends[i] - bottom, getComputedStyle(blocks[i]).breakInside === 'avoid']);
      });
    }`)) as Height[][];
    const mm = (pixels: number): number => Math.max(0, pixels * MM_PER_PIXEL);
    return heights.map((section) => section.map(([height, below, whole]) => [mm(height), mm(below), whole]));
  });
}

/** A box as high as the chart will be. */
const emptyDrawing = (heightMm: number): string => `<svg width="100%" height="${heightMm}mm"></svg>`;
