/** How high each block of a book is, by the browser's layout at the width of the text. */
import type { Outcome } from '../../base/diagnostic.ts';
import type { Document, Section } from '../../model/document.ts';
import { flow, type MeasuredBlock } from '../book/flow.ts';
import type { PrintContext } from '../context.ts';
import { sectionAnchor } from '../html/document.ts';
import { MM_PER_POINT } from '../units.ts';
import { onLoadedPage } from './loaded.ts';

const MM_PER_PIXEL = 25.4 / 96;

/** The book with its charts and paragraphs so placed and sized that pages are full. */
export async function flowBook(
  document: Document,
  context: Omit<PrintContext, 'charts'>,
): Promise<Outcome<Document>> {
  const charts = new Map(
    document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'chart' ? [[block.id, emptyDrawing(block.chart.heightMm)]] : [],
      ),
    ) as [string, string][],
  );
  return onLoadedPage(document, { ...context, charts }, async (page) => {
    const { marginsMm, widthMm, linesPerPage } = context.theme.page;
    const textMm = widthMm - marginsMm.binding - marginsMm.fore;
    const ids = document.sections.map((_, i) => sectionAnchor(i));
    const heights = (await page.evaluate(`{
      document.body.style.display = 'block';
      document.body.style.width = '${textMm}mm';
      ${JSON.stringify(ids)}.map((id) => {
        const section = document.getElementById(id);
        const edges = [...section.children].map((child) => child.getBoundingClientRect());
        const ends = edges.slice(1).map(({ top }) => top).concat(section.getBoundingClientRect().bottom);
        return edges.map(({ top, bottom }, i) => [ends[i] - top, ends[i] - bottom]);
      });
    }`)) as [height: number, below: number][][];
    const pageMm = linesPerPage * context.theme.text.body.line * MM_PER_POINT;
    return {
      ...document,
      sections: document.sections.map((section, i) => flowed(section, heights[i] ?? [], pageMm)),
    };
  });
}

/** A box as high as the chart will be. */
const emptyDrawing = (heightMm: number): string => `<svg width="100%" height="${heightMm}mm"></svg>`;

function flowed(section: Section, heights: readonly [number, number][], pageMm: number): Section {
  const { blocks, leaf, orientation } = section;
  if (!leaf || leaf.full || leaf.matter === 'cover' || orientation === 'landscape') return section;
  if (heights.length !== blocks.length) return section;
  const measured = blocks.map((block, i): MeasuredBlock => {
    const [height, below] = (heights[i] ?? [0, 0]).map((px) => Math.max(0, px * MM_PER_PIXEL));
    return { block, height: height ?? 0, below: below ?? 0 };
  });
  return { ...section, blocks: flow(measured, pageMm) };
}
