/** Finished outputs between runs, each under a key that names all it was made of. */
import { keyOf, parsed } from '../../base/cached.ts';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import type { Document } from '../../model/document/document.ts';
import type { Rendered } from './formats.ts';

/** The tree as every renderer sees it: what is printed, without where each figure came from. */
export const treeText = (document: Document): string =>
  JSON.stringify(document, (key, value) => (key === 'provenance' ? undefined : value));

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
