/** How full the browser's pages are, by the marks at both ends of a section. */
import type { Outcome } from '../../base/diagnostic.ts';
import type { Document, Section } from '../../model/document/document.ts';
import type { Theme } from '../../model/document/theme.ts';
import { endAnchor, sectionAnchor } from '../html/document.ts';
import { type Fill, lineOf, linesOfPage } from '../layout/last-page.ts';
import { asPrinted } from '../layout/print-ends.ts';
import { onLoadedPage } from './loaded.ts';
import { draftPlaces, type Places } from './places.ts';
import type { PrintContext } from './print-context.ts';

/** In: a document without its print. Out: where its marked sections begin and end. */
export const draftEnds = (document: Document, context: PrintContext): Promise<Outcome<Places>> =>
  onLoadedPage(document, context, (page) => draftPlaces(page, []));

/** Out: how full the last page of each section gets; of those without marks nothing is known, and they count as one page. */
export function fillsOf(document: Document, theme: Theme, places: Places): Fill[] {
  return asPrinted(document).sections.map((section, i) => fillOf(section, i, theme, places));
}

/** What the browser rounds. */
const SLACK = 0.1;

function fillOf(section: Section, index: number, theme: Theme, places: Places): Fill {
  const start = places.get(sectionAnchor(index));
  const end = places.get(endAnchor(index));
  const room = linesOfPage(section, theme);
  if (!start || !end) return { pages: 1, spare: room };
  // A section begins at the head of a page: all heads are at the same height.
  const used = Math.ceil((start.y - end.y) / lineOf(section, theme) - SLACK);
  return { pages: end.page - start.page + 1, spare: room - used };
}
