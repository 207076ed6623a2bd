/**
 * Most builds change a number and leave every line where it was. How a document was drawn in last time is printed at once,
 * while Word's layout is asked whether that is still how it ends.
 */
import { keepData, keyOf, parsed } from '../../base/cached.ts';
import type { Cache, Effects } from '../../base/effects.ts';
import type { Document } from '../../model/document/document.ts';

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

/**
 * Whether a guess is no longer likely by what is being asked about. Sections are settled one after the other: those before the
 * last that is drawn in are, and it is being tried; where nothing was of use last time, trying tells nothing yet.
 */
export const refutes = (asked: Closer, guess: Closer): boolean =>
  asked.some((closer, format) => {
    const tried = closer.findLastIndex((points) => points > 0);
    return closer.some((points, i) => {
      const guessed = guess[format]?.[i] ?? 0;
      return i < tried ? points !== guessed : guessed > 0 && points > guessed;
    });
  });

const nameOf = (document: Document, cache: Cache): string =>
  keyOf(cache, 'last ends', document.name, document.printer ?? '');
