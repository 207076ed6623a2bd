/** Opens a font file's bytes far enough to say what it is, which characters it has and how wide they are. */
import { Buffer } from 'node:buffer';
import { create, type Font } from 'fontkit';
import { isWhole, readTables, viewOf, writeMetrics } from './sfnt.ts';
import { isWoff, woffMetrics } from './woff.ts';

export interface OpenFace {
  family: string;
  postscriptName: string;
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
  const font = readable && parse(readable);
  if (!readable || !font) return undefined;
  const covers = (codePoint: number): boolean => font.hasGlyphForCodePoint(codePoint);
  const advance = advanceReader(readable);
  return {
    family: font.familyName,
    postscriptName: font.postscriptName,
    weight: font['OS/2'].usWeightClass,
    outlines: tagOf(readable) === 'OTTO' ? 'cff' : 'truetype',
    covers,
    measure: (text) => {
      let sum = 0;
      for (const character of text) {
        const codePoint = character.codePointAt(0) ?? 0;
        sum += covers(codePoint) ? advance(font.glyphForCodePoint(codePoint).id) : font.unitsPerEm;
      }
      return sum / font.unitsPerEm;
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
  return tagOf(bytes) === 'OTTO' ? bytes : writeMetrics(viewOf(bytes).getUint32(0), readTables(bytes));
}

/** fontkit throws on what it cannot read; for us that is a file of no use, not a bug. */
function parse(bytes: Uint8Array): Font | undefined {
  try {
    const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return 'fonts' in font ? undefined : font;
  } catch {
    return undefined;
  }
}

function tagOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 4));
}

/** Widths straight from the hmtx table: fontkit's own way decodes each glyph's outline to find them. */
function advanceReader(bytes: Uint8Array): (glyph: number) => number {
  const tables = new Map(readTables(bytes).map(({ tag, data }) => [tag, viewOf(data)]));
  const hhea = tables.get('hhea');
  const hmtx = tables.get('hmtx');
  if (!hhea || !hmtx) throw new Error('font without widths');
  const count = hhea.getUint16(34);
  return (glyph) => hmtx.getUint16(4 * Math.min(glyph, count - 1));
}
