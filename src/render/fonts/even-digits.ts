/**
 * Digits of one width, as the faces of offices have them: numbers in a column stand under each other, and a changed number
 * moves nothing. Noto Serif SC sets its 1 narrower; the even ones that it has as well it keeps for other languages.
 */
import { writeCharacterMap } from './character-map.ts';
import { readFaceTables } from './face-tables.ts';
import { isWhole, readTables, viewOf, writeTables } from './sfnt.ts';

const DIGITS = Array.from({ length: 10 }, (_, i) => 0x30 + i);
/** Where a font may have them, the plainest first (OpenType 1.9, registered features). */
const FEATURES = ['tnum', 'locl'];

/** In: the bytes of a font without a wrapper. Out: a font whose digits are its even ones; the same bytes where they are, or it has none. */
export function withEvenDigits(bytes: Uint8Array): Uint8Array {
  if (!isWhole(bytes)) return bytes;
  const tables = readTables(bytes);
  const gsub = tables.find(({ tag }) => tag === 'GSUB');
  const face = readFaceTables(bytes);
  if (!gsub || !face) return bytes;
  const isEven = (glyphs: readonly number[]): boolean => new Set(glyphs.map(face.advanceOf)).size === 1;
  const plain = DIGITS.map(face.glyphOf);
  if (plain.includes(0) || isEven(plain)) return bytes;
  const even = alternatives(viewOf(gsub.data), plain).find(isEven);
  if (!even) return bytes;
  const digits = new Map(DIGITS.map((code, i) => [code, even[i]]));
  const cmap = writeCharacterMap((code) => digits.get(code) ?? face.glyphOf(code));
  const others = tables.filter(({ tag }) => tag !== 'cmap');
  return writeTables(viewOf(bytes).getUint32(0), [...others, { tag: 'cmap', data: cmap }]);
}

/** What single substitutions (GSUB, lookup type 1) make of these glyphs, where they know all of them; none of a broken table. */
function alternatives(gsub: DataView, glyphs: readonly number[]): number[][] {
  try {
    return FEATURES.flatMap((tag) => lookupsOf(gsub, tag))
      .flatMap((lookup) => singlesOf(gsub, lookup))
      .map((single) => glyphs.flatMap((glyph) => single(glyph) ?? []))
      .filter(({ length }) => length === glyphs.length);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** Offsets of the lookups of all features of this name. */
function lookupsOf(gsub: DataView, wanted: string): number[] {
  const [features, lookups] = [gsub.getUint16(6), gsub.getUint16(8)];
  return range(gsub.getUint16(features)).flatMap((i) => {
    const record = features + 2 + 6 * i;
    const tag = String.fromCharCode(...range(4).map((k) => gsub.getUint8(record + k)));
    if (tag !== wanted) return [];
    const feature = features + gsub.getUint16(record + 4);
    return range(gsub.getUint16(feature + 2)).map((k) => {
      const index = gsub.getUint16(feature + 4 + 2 * k);
      return lookups + gsub.getUint16(lookups + 2 + 2 * index);
    });
  });
}

type Single = (glyph: number) => number | undefined;
const SINGLE = 1;
const EXTENSION = 7;

function singlesOf(gsub: DataView, lookup: number): Single[] {
  const type = gsub.getUint16(lookup);
  return range(gsub.getUint16(lookup + 4)).flatMap((i) => {
    const table = lookup + gsub.getUint16(lookup + 6 + 2 * i);
    if (type === SINGLE) return [singleAt(gsub, table)];
    const within = type === EXTENSION && gsub.getUint16(table + 2) === SINGLE;
    return within ? [singleAt(gsub, table + gsub.getUint32(table + 4))] : [];
  });
}

/** Format 1 adds to the number of the glyph, format 2 lists others. */
function singleAt(gsub: DataView, at: number): Single {
  const coverage = at + gsub.getUint16(at + 2);
  const listed = gsub.getUint16(at) === 2;
  return (glyph) => {
    const index = coverageIndex(gsub, coverage, glyph);
    if (index === undefined) return undefined;
    return listed ? gsub.getUint16(at + 6 + 2 * index) : (glyph + gsub.getUint16(at + 4)) & 0xffff;
  };
}

/** Format 1 lists glyphs, format 2 ranges of them with the index of the first. */
function coverageIndex(gsub: DataView, at: number, glyph: number): number | undefined {
  const count = gsub.getUint16(at + 2);
  if (gsub.getUint16(at) === 1) return range(count).find((i) => gsub.getUint16(at + 4 + 2 * i) === glyph);
  const found = range(count)
    .map((i) => at + 4 + 6 * i)
    .find((record) => gsub.getUint16(record) <= glyph && glyph <= gsub.getUint16(record + 2));
  return found === undefined ? undefined : gsub.getUint16(found + 4) + glyph - gsub.getUint16(found);
}
