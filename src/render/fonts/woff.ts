/** Unwraps a WOFF file (W3C WOFF 1.0): the tables of a TrueType font, each compressed by itself. */
import { inflateSync } from 'node:zlib';
import { type Table, viewOf, writeTables } from './sfnt.ts';

const SIGNATURE = 0x774f4646;
const HEADER_BYTES = 44;
const ENTRY_BYTES = 20;
const OUTLINES = 'glyf';
/** What says which characters a font has and how wide they are. */
const METRICS = ['OS/2', 'cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'post'];

export function isWoff(bytes: Uint8Array): boolean {
  return bytes.length >= HEADER_BYTES && viewOf(bytes).getUint32(0) === SIGNATURE;
}

/** The whole font; undefined when the file is broken. */
export const unwrapWoff = (bytes: Uint8Array): Uint8Array | undefined => unwrap(bytes, () => true);

/**
 * The font without its outlines, which are nine tenths of a CJK font: enough for coverage and widths. Readers hand out
 * glyph numbers only where there is an outline table; an empty one will do.
 */
export const woffMetrics = (bytes: Uint8Array): Uint8Array | undefined =>
  unwrap(bytes, (tag) => METRICS.includes(tag), [{ tag: OUTLINES, data: new Uint8Array() }]);

function unwrap(
  bytes: Uint8Array,
  wanted: (tag: string) => boolean,
  more: readonly Table[] = [],
): Uint8Array | undefined {
  const view = viewOf(bytes);
  const count = view.getUint16(12);
  if (bytes.length < HEADER_BYTES + count * ENTRY_BYTES) return undefined;
  const tables: Table[] = [];
  for (let entry = HEADER_BYTES; entry < HEADER_BYTES + count * ENTRY_BYTES; entry += ENTRY_BYTES) {
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    if (!wanted(tag)) continue;
    const [start, packed, length] = [4, 8, 12].map((at) => view.getUint32(entry + at)) as [
      number,
      number,
      number,
    ];
    const data = inflated(bytes.subarray(start, start + packed), length);
    if (!data) return undefined;
    tables.push({ tag, data });
  }
  return tables.length > 0 ? writeTables(view.getUint32(4), [...tables, ...more]) : undefined;
}

/** A table that compression would not have made smaller is stored as it is. */
function inflated(packed: Uint8Array, length: number): Uint8Array | undefined {
  if (packed.length === length) return packed;
  try {
    const data = inflateSync(packed);
    return data.length === length ? data : undefined;
  } catch {
    return undefined;
  }
}
