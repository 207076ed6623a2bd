/**
 * Reads the small tables of a WOFF2 file with Node's own Brotli. Font readers written in JavaScript rebuild all
 * outlines of an 8 MB CJK font first, which takes seconds; coverage and widths need none of them.
 */
import { brotliDecompressSync } from 'node:zlib';
import { writeTables } from './sfnt.ts';

/** Tags of the WOFF2 table directory by index (W3C WOFF2 §4.1), as far as they are listed there. */
const KNOWN_TAGS =
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill';
const WANTED = ['OS/2', 'cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'post'];

export function isWoff2(bytes: Uint8Array): boolean {
  return bytes[0] === 0x77 && bytes[1] === 0x4f && bytes[2] === 0x46 && bytes[3] === 0x32;
}

/**
 * In: the bytes of a WOFF2 file. Out: an sfnt (TrueType container) that holds only the tables which say what the font
 * covers and how wide it is; undefined when the file is a collection or has transformed widths.
 */
export function woff2Metrics(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flavour = view.getUint32(4);
  if (flavour === 0x74746366) return undefined;
  const cursor = { at: 48 };
  const found: { tag: string; start: number; length: number }[] = [];
  let start = 0;
  for (let i = 0; i < view.getUint16(12); i += 1) {
    const flags = view.getUint8(cursor.at);
    cursor.at += 1;
    const known = flags & 0x3f;
    const tag = known === 63 ? asciiAt(bytes, cursor.at) : KNOWN_TAGS.slice(known * 5, known * 5 + 4);
    if (known === 63) cursor.at += 4;
    const version = flags >> 6;
    const original = base128(view, cursor);
    const transformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0;
    const length = transformed ? base128(view, cursor) : original;
    if (transformed && WANTED.includes(tag)) return undefined;
    if (WANTED.includes(tag)) found.push({ tag, start, length });
    start += length;
  }
  const data = decompressed(bytes.subarray(cursor.at, cursor.at + view.getUint32(20)));
  if (!data) return undefined;
  const tables = found.map((t) => ({ tag: t.tag, data: data.subarray(t.start, t.start + t.length) }));
  // The reader hands out glyph numbers only where there is an outline table; an empty one will do.
  return writeTables(flavour, [...tables, { tag: 'glyf', data: new Uint8Array() }]);
}

/** Undefined for a file that breaks off. */
function decompressed(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return brotliDecompressSync(bytes);
  } catch {
    return undefined;
  }
}

function asciiAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

/** UIntBase128 of the WOFF2 directory. */
function base128(view: DataView, cursor: { at: number }): number {
  let value = 0;
  for (let i = 0; i < 5; i += 1) {
    const byte = view.getUint8(cursor.at);
    cursor.at += 1;
    value = value * 128 + (byte & 0x7f);
    if (!(byte & 0x80)) break;
  }
  return value;
}
