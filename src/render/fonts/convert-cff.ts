/**
 * Turns a font with CFF outlines (.otf) into one with TrueType outlines. Chromium embeds the former as nameless Type 3
 * fonts. Everything but the outlines (widths, character map, names, layout) is carried over as it is.
 */
import { Buffer } from 'node:buffer';
import { create, type Font, type PathCommand } from 'fontkit';
import { type GlyphData, simpleGlyph } from './glyf.ts';
import { type Point, quadraticPieces } from './quadratic.ts';
import { readTables, type Table, viewOf, writeTables } from './sfnt.ts';

const TRUETYPE = 0x00010000;
/** Tables that belong to CFF outlines, or are void once these are gone. */
const DROPPED = ['CFF ', 'VORG', 'DSIG'];

/** In: bytes of a CFF font. Out: bytes of the TrueType font; undefined when there are no CFF outlines to read. */
export function cffToTrueType(bytes: Uint8Array): Uint8Array | undefined {
  const font = parse(bytes);
  if (!font) return undefined;
  const glyphs = Array.from({ length: font.numGlyphs }, (_, id) =>
    simpleGlyph(contoursOf(font.getGlyph(id).path.commands)),
  );
  const kept = readTables(bytes).filter((table) => !DROPPED.includes(table.tag));
  const changed = kept.map((table): Table => {
    if (table.tag === 'head') return { ...table, data: head(table.data) };
    if (table.tag === 'hmtx') return { ...table, data: hmtx(table.data, glyphs, hMetrics(kept)) };
    if (table.tag === 'maxp') return { ...table, data: maxp(glyphs) };
    return table;
  });
  return writeTables(TRUETYPE, [...changed, ...outlines(glyphs)]);
}

function parse(bytes: Uint8Array): Font | undefined {
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== 'OTTO') return undefined;
  try {
    const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return 'fonts' in font ? undefined : font;
  } catch {
    return undefined;
  }
}

/** Contours with whole-numbered points, running the other way round, as TrueType wants them. */
function contoursOf(commands: readonly PathCommand[]): Point[][] {
  const contours: Point[][] = [];
  let open: Point[] = [];
  const finish = (): void => {
    const whole = open.map((p) => ({ x: Math.round(p.x), y: Math.round(p.y), on: p.on }));
    const [first, last] = [whole[0], whole.at(-1)];
    if (first && last && whole.length > 1 && first.x === last.x && first.y === last.y) whole.pop();
    if (whole.length > 2 && first) contours.push([first, ...whole.slice(1).reverse()]);
    open = [];
  };
  for (const { command, args } of commands) {
    const point = (at: number, on: boolean): Point => ({ x: args[at] ?? 0, y: args[at + 1] ?? 0, on });
    const last = open.at(-1);
    if (command === 'moveTo') {
      finish();
      open.push(point(0, true));
    } else if (command === 'lineTo') open.push(point(0, true));
    else if (command === 'quadraticCurveTo') open.push(point(0, false), point(2, true));
    else if (command === 'bezierCurveTo' && last)
      open.push(...quadraticPieces(last, point(0, false), point(2, false), point(4, true)));
  }
  finish();
  return contours;
}

/** glyf and loca. */
function outlines(glyphs: readonly GlyphData[]): Table[] {
  const glyf = new Uint8Array(glyphs.reduce((sum, g) => sum + g.bytes.length, 0));
  const loca = new Uint8Array((glyphs.length + 1) * 4);
  let offset = 0;
  for (const [id, glyph] of glyphs.entries()) {
    viewOf(loca).setUint32(id * 4, offset);
    glyf.set(glyph.bytes, offset);
    offset += glyph.bytes.length;
  }
  viewOf(loca).setUint32(glyphs.length * 4, offset);
  return [
    { tag: 'glyf', data: glyf },
    { tag: 'loca', data: loca },
  ];
}

/** Long offsets in loca. */
function head(data: Uint8Array): Uint8Array {
  const out = data.slice();
  viewOf(out).setInt16(50, 1);
  return out;
}

function hMetrics(tables: readonly Table[]): number {
  const hhea = tables.find((table) => table.tag === 'hhea');
  return hhea ? viewOf(hhea.data).getUint16(34) : 0;
}

/** Widths as they were; the left side bearing is that of the new outline, by which a rasteriser places it. */
function hmtx(data: Uint8Array, glyphs: readonly GlyphData[], full: number): Uint8Array {
  const out = data.slice();
  const view = viewOf(out);
  for (const [id, { box }] of glyphs.entries()) {
    const at = id < full ? id * 4 + 2 : full * 4 + (id - full) * 2;
    if (at + 2 <= out.length) view.setInt16(at, box.xMin);
  }
  return out;
}

/** Version 1.0, without instructions and composites. */
function maxp(glyphs: readonly GlyphData[]): Uint8Array {
  const out = new Uint8Array(32);
  const view = viewOf(out);
  view.setUint32(0, TRUETYPE);
  view.setUint16(4, glyphs.length);
  view.setUint16(
    6,
    glyphs.reduce((most, g) => Math.max(most, g.points), 0),
  );
  view.setUint16(
    8,
    glyphs.reduce((most, g) => Math.max(most, g.contours), 0),
  );
  view.setUint16(14, 2);
  return out;
}
