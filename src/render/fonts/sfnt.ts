/** The container of TrueType and OpenType fonts: a directory of tables. */

export interface Table {
  tag: string;
  data: Uint8Array;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Whether all tables that the directory names lie within the file: a broken download does not pass. */
export function isWhole(bytes: Uint8Array, start = 0): boolean {
  if (bytes.length < start + 12) return false;
  const view = viewOf(bytes);
  const count = view.getUint16(start + 4);
  if (count === 0 || bytes.length < start + 12 + count * 16) return false;
  return Array.from({ length: count }, (_, i) => start + 12 + i * 16).every(
    (entry) => view.getUint32(entry + 8) + view.getUint32(entry + 12) <= bytes.length,
  );
}

/** In: a font file, and where its directory starts (not 0 inside a collection). */
export function readTables(bytes: Uint8Array, start = 0): Table[] {
  const view = viewOf(bytes);
  return Array.from({ length: view.getUint16(start + 4) }, (_, i) => {
    const entry = start + 12 + i * 16;
    const offset = view.getUint32(entry + 8);
    return {
      tag: String.fromCharCode(...bytes.subarray(entry, entry + 4)),
      data: bytes.subarray(offset, offset + view.getUint32(entry + 12)),
    };
  });
}

/** What says which characters a font has and how wide they are. */
const METRICS = new Set(['OS/2', 'cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'post']);
export const isMetric = (tag: string): boolean => METRICS.has(tag);

/**
 * A font without its outlines, which are nine tenths of a CJK font: enough for coverage and widths. Readers hand out glyph
 * numbers only where there is an outline table; an empty one will do.
 */
export function writeMetrics(flavour: number, tables: readonly Table[]): Uint8Array {
  const kept = tables.filter(({ tag }) => isMetric(tag));
  return writeTables(flavour, [...kept, { tag: 'glyf', data: new Uint8Array() }]);
}

/** Out: a font file with these tables and right checksums (OpenType 1.9, “Calculating Checksums”). */
export function writeTables(flavour: number, tables: readonly Table[]): Uint8Array {
  const sorted = [...tables].sort((a, b) => (a.tag < b.tag ? -1 : 1));
  const padded = (length: number): number => (length + 3) & ~3;
  const headLength = 12 + sorted.length * 16;
  const out = new Uint8Array(sorted.reduce((sum, t) => sum + padded(t.data.length), headLength));
  const view = viewOf(out);
  view.setUint32(0, flavour);
  view.setUint16(4, sorted.length);
  const log = Math.floor(Math.log2(sorted.length));
  view.setUint16(6, 2 ** log * 16);
  view.setUint16(8, log);
  view.setUint16(10, sorted.length * 16 - 2 ** log * 16);
  let offset = headLength;
  let head = -1;
  for (const [index, { tag, data }] of sorted.entries()) {
    const entry = 12 + index * 16;
    for (let i = 0; i < 4; i += 1) view.setUint8(entry + i, tag.charCodeAt(i));
    out.set(data, offset);
    if (tag === 'head') {
      head = offset;
      view.setUint32(offset + 8, 0);
    }
    view.setUint32(entry + 4, checksum(view, offset, padded(data.length)));
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, data.length);
    offset += padded(data.length);
  }
  if (head >= 0) view.setUint32(head + 8, (0xb1b0afba - checksum(view, 0, out.length)) >>> 0);
  return out;
}

function checksum(view: DataView, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
