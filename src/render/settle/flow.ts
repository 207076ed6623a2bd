/** Text with charts so placed and sized that its pages are full, alike in all formats. */
import { keyOf, remembered } from '../../base/cached.ts';
import type { Outcome } from '../../base/diagnostic.ts';
import type { Document, Section } from '../../model/document/document.ts';
import type { Style } from '../context.ts';
import { shapeText } from '../layout/shape.ts';
import { MM_PER_POINT } from '../layout/units.ts';
import type { Height } from '../pdf/heights.ts';
import { askBrowser, type Tools } from '../work/tools.ts';
import { fullPages, type MeasuredBlock, type PageText } from './full-pages.ts';

/**
 * Out: the document with its charts in their places; as it is, the same one, where it has none, and where there is no browser: a
 * paper can be had as a Word file all the same, and whoever prints it is told.
 */
export async function settleFlow(document: Document, style: Style, tools: Tools): Promise<Outcome<Document>> {
  if (!document.sections.some(mayFlow)) return { value: document, diagnostics: [] };
  const { effects, ground } = tools;
  const digest = await ground(style, true);
  const { value: heights, diagnostics } = await remembered(
    effects.cache,
    (store) => keyOf(store, 'heights', shapeText(document, style.fonts), digest),
    async () => {
      const { measureHeights } = await import('../pdf/heights.ts');
      return askBrowser(tools, (browser) => measureHeights(document, { ...style, effects, browser }));
    },
    (made) => made.value !== undefined,
  );
  if (!heights)
    return document.form === 'book'
      ? { value: undefined, diagnostics }
      : { value: document, diagnostics: [] };
  const { page, text } = style.theme;
  const lineMm = text.body.line * MM_PER_POINT;
  const room: PageText = {
    form: document.form === 'book' ? 'book' : 'paper',
    heightMm: page.linesPerPage * lineMm,
    lineMm,
    charactersPerLine: page.charactersPerLine,
  };
  const sections = document.sections.map((section, i) => flowed(section, heights[i] ?? [], room));
  return { value: { ...document, sections }, diagnostics: [] };
}

/** Text upright on the page that goes on from page to page, with charts in it; in a book also with tables alone. */
function mayFlow({ blocks, leaf, orientation, fit, fitted }: Section): boolean {
  if (orientation === 'landscape' || fit || fitted) return false;
  if (leaf) return !leaf.full && leaf.matter !== 'cover';
  return blocks.some(({ kind }) => kind === 'chart');
}

function flowed(section: Section, heights: readonly Height[], room: PageText): Section {
  const { blocks } = section;
  if (!mayFlow(section) || heights.length !== blocks.length) return section;
  const measured = blocks.map((block, i): MeasuredBlock => {
    const [height, below, whole] = heights[i] ?? [0, 0, false];
    return { block, height, below, whole };
  });
  return { ...section, blocks: fullPages(measured, room) };
}
