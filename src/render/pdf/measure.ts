/** How many pages each section takes: printed once with nothing painted, the pages of its beginnings read back. */
import { hasErrors, type Outcome } from '../../base/diagnostic.ts';
import type { Document, Section } from '../../model/document.ts';
import { documentHtml, sectionAnchor } from '../html/document.ts';
import { allFaces } from '../html/stylesheet/faces.ts';
import { loadPage } from './page.ts';
import { draftPlaces, sectionStarts } from './places.ts';
import type { PdfContext } from './render.ts';

/** In: sections of `document`, each starting a page. */
export async function measureSections(
  sections: readonly Section[],
  document: Document,
  context: PdfContext,
): Promise<Outcome<number[]>> {
  const { html, diagnostics } = documentHtml({ ...document, sections: [...sections] }, context);
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const browser = await context.browser();
  if (!browser.value) return { value: undefined, diagnostics: browser.diagnostics };
  return browser.value.onPage(async (page) => {
    const problems = await loadPage(page, html, allFaces(context.fonts), context.effects);
    if (hasErrors(problems)) return { value: undefined, diagnostics: problems };
    const places = await draftPlaces(
      page,
      sections.map((_, i) => sectionAnchor(i)),
    );
    const starts = sectionStarts(sections.length, places);
    return { value: sections.map((_, i) => (starts[i + 1] ?? 0) - (starts[i] ?? 0)), diagnostics: [] };
  });
}
