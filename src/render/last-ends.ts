/**
 * Most builds change a number and leave every line where it was. How a document was drawn in last time is printed at once,
 * while Word's layout is asked whether that is still how it ends.
 */
import { keepData, keyOf, parsed } from '../base/cached.ts';
import type { Cache, Effects } from '../base/effects.ts';
import type { Document } from '../model/document.ts';

/** For each section by how many points its lines stand closer in both formats, and by how many in print. */
export type Closer = [inWord: readonly number[], inPrint: readonly number[]];

/** How the document of this name was drawn in last; undefined where that is not known, or it had other sections. */
export async function lastEnds(document: Document, { cache }: Effects): Promise<Closer | undefined> {
  if (!cache) return undefined;
  const kept = parsed<Closer>(await cache.read(nameOf(document, cache)));
  return kept?.[0].length === document.sections.length ? kept : undefined;
}

export async function keepEnds(document: Document, ends: Closer, { cache }: Effects): Promise<void> {
  if (cache) await keepData(cache, nameOf(document, cache), ends);
}

/** Whether what is being asked about goes beyond a guess, which is then no longer likely. */
export const isBeyond = (asked: Closer, guess: Closer): boolean =>
  asked.some((closer, format) => closer.some((points, i) => points > (guess[format]?.[i] ?? 0)));

const nameOf = (document: Document, cache: Cache): string =>
  keyOf(cache, 'last ends', document.name, document.printer ?? '');
