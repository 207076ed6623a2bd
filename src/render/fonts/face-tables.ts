/**
 * What the small tables of a font say of its characters, widths and names (OpenType 1.9: cmap, head, hhea, hmtx, name,
 * OS/2). fontkit reads them, too, but to load it takes longer than all that a build asks of its fonts.
 */
import { readTables, viewOf } from './sfnt.ts';

export interface FaceTables {
  /** Name 1, in English where there are several. */
  family: string;
  /** usWeightClass: 400, 700 … */
  weight: number;
  unitsPerEm: number;
  /** Glyph of a code point; 0: there is none. */
  glyphOf(codePoint: number): number;
  /** Width of a glyph in units. */
  advanceOf(glyph: number): number;
}

type Lookup = FaceTables['glyphOf'];

/** In: a font without a wrapper. Out: undefined where a table is missing, broken or of a kind that no such font has. */
export function readFaceTables(bytes: Uint8Array): FaceTables | undefined {
  const tables = new Map(readTables(bytes).map(({ tag, data }) => [tag, viewOf(data)]));
  const [cmap, head, hhea, hmtx, name, os2] = ['cmap', 'head', 'hhea', 'hmtx', 'name', 'OS/2'].map((tag) =>
    tables.get(tag),
  );
  if (!cmap || !head || !hhea || !hmtx || !name || !os2) return undefined;
  try {
    const glyphOf = characterMap(cmap);
    const family = nameOf(name, FAMILY);
    const [widths, unitsPerEm] = [hhea.getUint16(34), head.getUint16(18)];
    within(hmtx, 4 * widths);
    if (!glyphOf || family === undefined || widths === 0 || unitsPerEm === 0) return undefined;
    return {
      family,
      weight: os2.getUint16(4),
      unitsPerEm,
      glyphOf,
      // The last width holds for all glyphs after it.
      advanceOf: (glyph) => hmtx.getUint16(4 * Math.min(glyph, widths - 1)),
    };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Looking up a character later must not fail. */
function within({ byteLength }: DataView, end: number): void {
  if (end > byteLength) throw new RangeError('an offset that leads out of a table');
}

/** Platform and encoding of maps that know Unicode: those that know all of it first. */
const UNICODE_MAPS = ['3 10', '0 6', '0 4', '3 1', '0 3', '0 2', '0 1', '0 0'];

function characterMap(cmap: DataView): Lookup | undefined {
  const found = Array.from({ length: cmap.getUint16(2) }, (_, i) => {
    const entry = 4 + 8 * i;
    const kind = `${cmap.getUint16(entry)} ${cmap.getUint16(entry + 2)}`;
    return { rank: UNICODE_MAPS.indexOf(kind), at: cmap.getUint32(entry + 4) };
  });
  const readable = found.filter(({ rank, at }) => rank >= 0 && READERS.has(cmap.getUint16(at)));
  const best = readable.sort((a, b) => a.rank - b.rank)[0];
  return best && READERS.get(cmap.getUint16(best.at))?.(cmap, best.at);
}

/** By the number of the format. */
const READERS = new Map<number, (cmap: DataView, at: number) => Lookup>([
  [4, segmentMap],
  [12, groupMap],
]);

/** Format 4: parallel arrays of last characters, first ones, differences and offsets, with a gap after the first array. */
function segmentMap(cmap: DataView, at: number): Lookup {
  const size = cmap.getUint16(at + 6) & ~1;
  const ends = at + 14;
  const [starts, deltas, offsets] = [ends + size + 2, ends + 2 * size + 2, ends + 3 * size + 2] as const;
  within(cmap, offsets + size);
  return (code) => {
    const segment = 2 * firstOf(size / 2, (i) => cmap.getUint16(ends + 2 * i) >= code);
    if (segment === size || cmap.getUint16(starts + segment) > code) return 0;
    const delta = cmap.getUint16(deltas + segment);
    const offset = cmap.getUint16(offsets + segment);
    if (offset === 0) return (code + delta) & 0xffff;
    // Counted from where the offset itself stands.
    const place = offsets + segment + offset + 2 * (code - cmap.getUint16(starts + segment));
    const glyph = place + 2 <= cmap.byteLength ? cmap.getUint16(place) : 0;
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}

/** Format 12: groups of first character, last character, first glyph. */
function groupMap(cmap: DataView, at: number): Lookup {
  const count = cmap.getUint32(at + 12);
  const first = at + 16;
  within(cmap, first + 12 * count);
  return (code) => {
    const group = first + 12 * firstOf(count, (i) => cmap.getUint32(first + 12 * i + 4) >= code);
    if (group === first + 12 * count || cmap.getUint32(group) > code) return 0;
    return cmap.getUint32(group + 8) + code - cmap.getUint32(group);
  };
}

/** Index of the first of so many for which this is true, where it is true for all after it; the count where there is none. */
function firstOf(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const FAMILY = 1;
const MACINTOSH = 1;
/** Platform and language: Windows, English (United States), then the Macintosh's. */
const IN_ENGLISH = ['3 1033', '1 0'];

function nameOf(name: DataView, wanted: number): string | undefined {
  const texts = name.getUint16(4);
  const found = Array.from({ length: name.getUint16(2) }, (_, i) => 6 + 12 * i)
    .filter((at) => name.getUint16(at + 6) === wanted)
    .map((at) => {
      const platform = name.getUint16(at);
      const [length, offset] = [name.getUint16(at + 8), name.getUint16(at + 10)];
      const bytes = new Uint8Array(name.buffer, name.byteOffset + texts + offset, length);
      return { kind: `${platform} ${name.getUint16(at + 4)}`, text: textOf(bytes, platform) };
    });
  const english = IN_ENGLISH.flatMap((kind) => found.filter((one) => one.kind === kind));
  return (english[0] ?? found[0])?.text;
}

const textOf = (bytes: Uint8Array, platform: number): string =>
  new TextDecoder(platform === MACINTOSH ? 'latin1' : 'utf-16be').decode(bytes);
