/** How many pages each section takes: printed once with nothing painted, the pages of its beginnings read back. */
import { hasErrors, type Outcome } from '../../base/diagnostic.ts';
import type { Document, Section } from '../../model/document.ts';
import { documentHtml, sectionAnchor } from '../html/document.ts';
import { allFaces } from '../html/stylesheet/faces.ts';
import { namedDestinations, openPdf } from './destinations.ts';
import { loadPage } from './page.ts';
import { DRAFT, type PdfContext } from './render.ts';

/** In: sections of `document`, each starting a page. */
export async function measureSections(
  sections: readonly Section[],
  document: Document,
  context: PdfContext,
): Promise<Outcome<number[]>> {
  const plain = sections.map((section): Section => ({ ...section, opens: 'anywhere' }));
  const { html, diagnostics } = documentHtml({ ...document, sections: plain }, context, { linked: true });
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const browser = await context.browser();
  if (!browser.value) return { value: undefined, diagnostics: browser.diagnostics };
  const page = await browser.value.newPage();
  try {
    const problems = await loadPage(page, html, allFaces(context.fonts), context.effects);
    if (hasErrors(problems)) return { value: undefined, diagnostics: problems };
    await page.evaluate("document.documentElement.classList.add('draft')");
    const starts = namedDestinations(await openPdf(await page.pdf(DRAFT)));
    const of = (i: number): number => starts.get(sectionAnchor(i)) ?? 0;
    // The links stand on a page of their own after the last section.
    return { value: sections.map((_, i) => of(i + 1) - of(i)), diagnostics: [] };
  } finally {
    await page.close();
  }
}
