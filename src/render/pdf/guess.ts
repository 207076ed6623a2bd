/**
 * Most builds change a number and move nothing. Where everything lay when a document was last printed is written into
 * the page at once; when the print shows it to be right, the print that would have found it out is saved.
 */
import { keepData, keyOf, parsed } from '../../base/cached.ts';
import type { Cache, Effects } from '../../base/effects.ts';
import type { Document } from '../../model/document/document.ts';
import { anchor } from '../html/escape.ts';
import { hasImprint } from '../layout/imprint.ts';
import type { Places, Settled } from './places.ts';

/** As it is kept. */
interface Kept {
  places: [string, { page: number; y: number }][];
  blanks: number[];
}

/** How the document of this name came out last; undefined where there is none, or a print could not show it to be right. */
export async function lastSettled(document: Document, { cache }: Effects): Promise<Settled | undefined> {
  if (!cache || !canBeShown(document)) return undefined;
  const kept = parsed<Kept>(await cache.read(nameOf(document, cache)));
  const settled = kept && { places: new Map(kept.places), blanks: kept.blanks };
  return settled && showsOpenings(document, settled.places) ? settled : undefined;
}

export async function keepSettled(
  document: Document,
  { places, blanks }: Settled,
  { cache }: Effects,
): Promise<void> {
  if (!cache || !canBeShown(document)) return;
  const kept: Kept = { places: [...places], blanks: [...blanks] };
  await keepData(cache, nameOf(document, cache), kept);
}

const nameOf = (document: Document, cache: Cache): string =>
  keyOf(cache, 'places', document.name, document.printer ?? '');

/** A 版记 depends on more than pages. */
const canBeShown = (document: Document): boolean =>
  !hasImprint(document) &&
  document.sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'contents'));

/** What takes a page by itself, so that its own place shows where the next section begins. */
const WHOLE_PAGE = new Set(['cover', 'divider']);

/** Whether known places show where each section that opens on the right begins. */
const showsOpenings = ({ sections }: Document, places: Places): boolean =>
  sections.every(({ opens, blocks: [first] }, i) => {
    if (i === 0 || opens !== 'odd') return true;
    if (WHOLE_PAGE.has(sections[i - 1]?.blocks.at(-1)?.kind ?? '')) return true;
    return first !== undefined && 'id' in first && places.has(anchor(first.id));
  });
