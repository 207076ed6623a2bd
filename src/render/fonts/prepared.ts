/**
 * The fonts that ship with us are got ready when the program is installed (cli/prepare-fonts.ts): of each one file that
 * says which characters it has and how wide they are, and one with the characters that texts are written in. To open
 * whole fonts and to take these out of them was a quarter of a report's processor time and 100 MB. Outputs are the same
 * with and without them.
 */
import type { Effects } from '../../base/effects.ts';
import type { PackagedFont } from './candidates.ts';
import { usualCharacters } from './common.ts';
import type { FontFile, FontSet, PreparedFont } from './face.ts';

export function preparedNames({ package: from, file }: PackagedFont): PreparedFont {
  const name = `${from}/${file}`.replace(/\.\w+$/, '').replaceAll(/[^\w-]+/g, '_');
  return { metrics: `${name}.metrics.ttf`, usual: `${name}.usual.ttf` };
}

/** What is enough to open a font (open-face.ts); undefined when there is no such file. */
export const openingBytes = (
  { path, prepared }: { path: string; prepared?: PreparedFont | undefined },
  { read }: Pick<Effects, 'read'>,
): Promise<Uint8Array | undefined> => read(prepared?.metrics ?? path);

let usual: ReadonlySet<number> | undefined;

/** The characters that texts are written in, worked out once. */
export function usualOnce(): ReadonlySet<number> {
  usual ??= usualCharacters();
  return usual;
}

/** Nothing has to be taken out of them for a build, but for a rare character. */
export const allPrepared = ({ faces, fallbacks }: FontSet): boolean =>
  [...Object.values(faces), ...fallbacks].every(({ prepared }) => prepared !== undefined);

/** The file that is as good as the whole font for a text with these characters; undefined when there is none. */
export function usualFile(face: FontFile, wanted: Iterable<number>): string | undefined {
  if (!face.prepared) return undefined;
  const known = usualOnce();
  for (const one of wanted) if (!known.has(one) && face.covers(one)) return undefined;
  return face.prepared.usual;
}
