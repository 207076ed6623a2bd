/** How many pages each section takes: printed once with nothing painted, the pages of its beginnings read back. */
import type { Outcome } from '../../base/diagnostic.ts';
import type { Document, Section } from '../../model/document/document.ts';
import { sectionAnchor } from '../html/document.ts';
import { onLoadedPage } from './loaded.ts';
import { draftPlaces, sectionStarts } from './places.ts';
import type { PrintContext } from './print-context.ts';

/** In: sections of `document`, each starting a page. */
export async function measureSections(
  sections: readonly Section[],
  document: Document,
  context: PrintContext,
): Promise<Outcome<number[]>> {
  return onLoadedPage({ ...document, sections: [...sections] }, context, async (page) => {
    const places = await draftPlaces(
      page,
      sections.map((_, i) => sectionAnchor(i)),
    );
    const starts = sectionStarts(sections.length, places);
    return sections.map((_, i) => (starts[i + 1] ?? 0) - (starts[i] ?? 0));
  });
}
