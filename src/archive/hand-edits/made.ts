/** Word files as they were made, kept so that what somebody has since written into one can be told. */
import { digestOfParts } from '../../base/cached.ts';
import { digestOf } from '../../base/digest.ts';
import type { Cache } from '../../base/effects.ts';

const WORD = /\.docx$/;

/** Whichever version of the program made it: it is asked for by another one, too. */
const keyOf = (sha256: string): string => digestOfParts(['file as it was made', sha256]);

export async function keepMade(
  files: readonly { path: string; bytes: Uint8Array }[],
  cache: Cache | undefined,
): Promise<void> {
  if (!cache) return;
  const keep = async (bytes: Uint8Array): Promise<void> => {
    const key = keyOf(digestOf(bytes));
    if (!(await cache.read(key))) await cache.write(key, bytes);
  };
  await Promise.all(files.filter(({ path }) => WORD.test(path)).map(({ bytes }) => keep(bytes)));
}

/** The file with this digest, if it is kept still. */
export const madeWith = async (sha256: string, cache: Cache | undefined): Promise<Uint8Array | undefined> =>
  cache?.read(keyOf(sha256));
