/** Finished outputs between runs, each under a key that names all it was made of. */
import { digestOfParts, keyOf, parsed } from '../base/cached.ts';
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import type { Cache, Effects } from '../base/effects.ts';
import type { Document } from '../model/document.ts';
import type { Theme } from '../model/theme.ts';
import type { FontFace, FontSet } from './fonts/face.ts';
import type { Rendered } from './formats.ts';

/** The tree as every renderer sees it: what is printed, without where each figure came from. */
export const treeText = (document: Document): string =>
  JSON.stringify(document, (key, value) => (key === 'provenance' ? undefined : value));

/** Digest of theme and font files. */
export const styleDigest = async (theme: Theme, fonts: FontSet, cache: Cache): Promise<string> =>
  digestOfParts([theme, await fontFiles(fonts, cache)]);

/** Which files serve for what. Fonts are known by place, size and time of change. */
export async function fontFiles(fonts: FontSet, cache: Cache): Promise<string> {
  const describe = async ({ role, family, path, weight, standIn }: FontFace): Promise<unknown> => [
    [role, family, path, weight, standIn],
    (await cache.stamp(path)) ?? null,
  ];
  const faces = await Promise.all([...Object.values(fonts.faces), ...fonts.fallbacks].map(describe));
  return JSON.stringify(faces);
}

/** What `make` makes, or what it made of the same things before. Only what came out without an error is kept. */
export async function storedOutput(
  { cache }: Pick<Effects, 'cache'>,
  parts: readonly unknown[],
  make: () => Promise<Outcome<Rendered>>,
): Promise<Outcome<Rendered>> {
  if (!cache) return make();
  const key = keyOf(cache, 'output', ...parts);
  const known = unpack(await cache.read(key));
  if (known) return known;
  const made = await make();
  if (made.value) await cache.write(key, pack(made.value, made.diagnostics));
  return made;
}

const HEAD_BYTES = 4;
interface Head {
  pages: number | null;
  diagnostics: Diagnostic[];
}

function pack({ bytes, pages }: Rendered, diagnostics: Diagnostic[]): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify({ pages, diagnostics } satisfies Head));
  const packed = new Uint8Array(HEAD_BYTES + head.length + bytes.length);
  new DataView(packed.buffer).setUint32(0, head.length);
  packed.set(head, HEAD_BYTES);
  packed.set(bytes, HEAD_BYTES + head.length);
  return packed;
}

function unpack(packed: Uint8Array | undefined): Outcome<Rendered> | undefined {
  if (!packed || packed.length < HEAD_BYTES) return undefined;
  const length = new DataView(packed.buffer, packed.byteOffset).getUint32(0);
  const head = parsed<Head>(packed.subarray(HEAD_BYTES, HEAD_BYTES + length));
  if (!head) return undefined;
  const bytes = packed.subarray(HEAD_BYTES + length);
  return { value: { bytes, pages: head.pages }, diagnostics: head.diagnostics };
}
