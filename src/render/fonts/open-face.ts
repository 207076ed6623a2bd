/** Opens a font file's bytes far enough to say what it is, which characters it has and how wide they are. */
import { withEvenDigits } from './even-digits.ts';
import { readFaceTables } from './face-tables.ts';
import { isWhole, readTables, viewOf, writeMetrics } from './sfnt.ts';
import { isWoff, woffMetrics } from './woff.ts';

export interface OpenFace {
  family: string;
  /** usWeightClass of the OS/2 table: 400, 700 … */
  weight: number;
  /** cff outlines become Type 3 fonts in a PDF printed by Chromium, and are of no use there. */
  outlines: 'truetype' | 'cff';
  covers(codePoint: number): boolean;
  /** Advance width in ems; a missing character counts as one em. */
  measure(text: string): number;
}

/** In: the bytes of one font (TrueType, OpenType, WOFF; no collection). Out: the open face; undefined when unreadable. */
export function openFace(bytes: Uint8Array): OpenFace | undefined {
  const readable = metricsOf(bytes);
  const tables = readable && readFaceTables(readable);
  if (!readable || !tables) return undefined;
  const { family, weight, unitsPerEm, glyphOf, advanceOf } = tables;
  return {
    family,
    weight,
    outlines: tagOf(readable) === 'OTTO' ? 'cff' : 'truetype',
    covers: (codePoint) => glyphOf(codePoint) !== 0,
    measure: (text) => {
      let sum = 0;
      for (const character of text) {
        const glyph = glyphOf(character.codePointAt(0) ?? 0);
        sum += glyph === 0 ? unitsPerEm : advanceOf(glyph);
      }
      return sum / unitsPerEm;
    },
  };
}

/**
 * The face stays open for a whole run, its outlines of ten megabytes need not; cff is opened to be refused or converted.
 * In: the bytes of one font. Out: a font without outlines; undefined when it is broken.
 */
export function metricsOf(bytes: Uint8Array): Uint8Array | undefined {
  if (isWoff(bytes)) return woffMetrics(bytes);
  if (!isWhole(bytes)) return undefined;
  if (tagOf(bytes) === 'OTTO') return bytes;
  return writeMetrics(viewOf(bytes).getUint32(0), readTables(withEvenDigits(bytes)));
}

function tagOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 4));
}
