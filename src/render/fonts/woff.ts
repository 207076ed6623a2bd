/** Unwraps a WOFF file (W3C WOFF 1.0): the tables of a TrueType font, each compressed by itself. */
import { inflateSync } from 'node:zlib';
import { isMetric, type Table, viewOf, writeMetrics, writeTables } from './sfnt.ts';

const SIGNATURE = 0x774f4646;
const HEADER_BYTES = 44;
const ENTRY_BYTES = 20;

export function isWoff(bytes: Uint8Array): boolean {
  return bytes.length >= HEADER_BYTES && viewOf(bytes).getUint32(0) === SIGNATURE;
}

/** The whole font; undefined when the file is broken. */
export const unwrapWoff = (bytes: Uint8Array): Uint8Array | undefined =>
  unwrap(bytes, () => true, writeTables);

/** The font without its outlines, which are not even decompressed. */
export const woffMetrics = (bytes: Uint8Array): Uint8Array | undefined =>
  unwrap(bytes, isMetric, writeMetrics);

function unwrap(
  bytes: Uint8Array,
  wanted: (tag: string) => boolean,
  write: (flavour: number, tables: readonly Table[]) => Uint8Array,
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
  return tables.length > 0 ? write(view.getUint32(4), tables) : undefined;
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
