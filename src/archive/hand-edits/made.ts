/** What is kept of Word files so that what somebody has written into one can be told, and told again. */
import { digestOfParts, keepData, parsed } from '../../base/cached.ts';
import { digestOf } from '../../base/digest.ts';
import type { Cache } from '../../base/effects.ts';

const WORD = /\.docx$/;

/** Whichever version of the program made it: it is asked for by another one, too. */
const keyOf = (sha256: string): string => digestOfParts(['file as it was made', sha256]);

const keep = async (bytes: Uint8Array, cache: Cache): Promise<void> => {
  const key = keyOf(digestOf(bytes));
  if (!(await cache.read(key))) await cache.write(key, bytes);
};

/** Word files as they were made. */
export async function keepMade(
  files: readonly { path: string; bytes: Uint8Array }[],
  cache: Cache | undefined,
): Promise<void> {
  if (!cache) return;
  await Promise.all(files.filter(({ path }) => WORD.test(path)).map(({ bytes }) => keep(bytes, cache)));
}

/** A file as it was made, and as somebody left it. */
export interface ByHand {
  base: Uint8Array;
  mine: Uint8Array;
}

/** @param made digest of the file as it was made · @returns undefined where it is kept no more */
export async function byHandSince(
  made: string,
  mine: Uint8Array,
  cache: Cache | undefined,
): Promise<ByHand | undefined> {
  const base = await cache?.read(keyOf(made));
  return base && { base, mine };
}

const originKey = (carried: Uint8Array): string => digestOfParts(['carried from', digestOf(carried)]);

/** Notes what a file with carried changes was made of. */
export async function noteOrigin(
  carried: Uint8Array,
  { base, mine }: ByHand,
  cache: Cache | undefined,
): Promise<void> {
  if (!cache) return;
  await keep(mine, cache);
  await keepData(cache, originKey(carried), [digestOf(base), digestOf(mine)]);
}

/** @returns undefined for a file that somebody has changed since */
export async function originOf(carried: Uint8Array, cache: Cache | undefined): Promise<ByHand | undefined> {
  const [made, left] = parsed<string[]>(await cache?.read(originKey(carried))) ?? [];
  const mine = left === undefined ? undefined : await cache?.read(keyOf(left));
  return made !== undefined && mine ? byHandSince(made, mine, cache) : undefined;
}
