/** How high each block of a book is, by the browser's layout at the width of the text. */
import { hasErrors, type Outcome } from '../../base/diagnostic.ts';
import type { Document, Section } from '../../model/document.ts';
import { flow, type MeasuredBlock } from '../book/flow.ts';
import { documentHtml, sectionAnchor } from '../html/document.ts';
import { allFaces } from '../html/stylesheet/faces.ts';
import { loadPage } from './page.ts';
import type { PdfContext } from './render.ts';

const MM_PER_PIXEL = 25.4 / 96;

/** The book with its charts and paragraphs so placed and sized that pages are full. */
export async function flowBook(document: Document, context: PdfContext): Promise<Outcome<Document>> {
  const charts = new Map(
    document.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'chart' ? [[block.id, emptyDrawing(block.chart.heightMm)]] : [],
      ),
    ) as [string, string][],
  );
  const { html, diagnostics } = documentHtml(document, { ...context, charts });
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const browser = await context.browser();
  if (!browser.value) return { value: undefined, diagnostics: browser.diagnostics };
  return browser.value.onPage(async (page) => {
    const problems = await loadPage(page, html, allFaces(context.fonts), context.effects);
    if (hasErrors(problems)) return { value: undefined, diagnostics: problems };
    const { marginsMm, widthMm, linesPerPage } = context.theme.page;
    const textMm = widthMm - marginsMm.binding - marginsMm.fore;
    const ids = document.sections.map((_, i) => sectionAnchor(i));
    const tops = (await page.evaluate(`{
      document.body.style.width = '${textMm}mm';
      ${JSON.stringify(ids)}.map((id) => {
        const section = document.getElementById(id);
        const end = section.getBoundingClientRect().bottom;
        return [...section.children].map((child) => child.getBoundingClientRect().top).concat(end);
      });
    }`)) as number[][];
    const pageMm = linesPerPage * context.theme.text.body.line * (25.4 / 72);
    return {
      value: {
        ...document,
        sections: document.sections.map((section, i) => flowed(section, tops[i] ?? [], pageMm)),
      },
      diagnostics: [],
    };
  });
}

/** A box as high as the chart will be. */
const emptyDrawing = (heightMm: number): string => `<svg width="100%" height="${heightMm}mm"></svg>`;

function flowed(section: Section, tops: readonly number[], pageMm: number): Section {
  const { blocks, leaf, orientation } = section;
  if (!leaf || leaf.full || leaf.matter === 'cover' || orientation === 'landscape') return section;
  if (tops.length !== blocks.length + 1) return section;
  const measured = blocks.map(
    (block, i): MeasuredBlock => ({
      block,
      height: Math.max(0, ((tops[i + 1] ?? 0) - (tops[i] ?? 0)) * MM_PER_PIXEL),
    }),
  );
  return { ...section, blocks: flow(measured, pageMm) };
}
