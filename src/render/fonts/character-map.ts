/** A font's map from characters to glyphs, written anew (OpenType 1.9, cmap, format 12). */

/** Planes that have characters for texts: the basic one, symbols, and rare ideographs in two. */
const LAST = 0x3ffff;
const HEADER_BYTES = 4 + 8;
const FORMAT_BYTES = 16;
const GROUP_BYTES = 12;

/** In: glyph of a code point, 0 where there is none. Out: the table `cmap`. */
export function writeCharacterMap(glyphOf: (codePoint: number) => number): Uint8Array {
  const groups: { first: number; last: number; glyph: number }[] = [];
  for (let code = 0; code <= LAST; code += 1) {
    const glyph = glyphOf(code);
    if (glyph === 0) continue;
    const group = groups.at(-1);
    if (group?.last === code - 1 && group.glyph + code - group.first === glyph) group.last = code;
    else groups.push({ first: code, last: code, glyph });
  }
  const length = FORMAT_BYTES + GROUP_BYTES * groups.length;
  const table = new DataView(new ArrayBuffer(HEADER_BYTES + length));
  // One map: Windows, all of Unicode.
  table.setUint16(2, 1);
  table.setUint16(4, 3);
  table.setUint16(6, 10);
  table.setUint32(8, HEADER_BYTES);
  table.setUint16(HEADER_BYTES, 12);
  table.setUint32(HEADER_BYTES + 4, length);
  table.setUint32(HEADER_BYTES + 12, groups.length);
  for (const [i, { first, last, glyph }] of groups.entries()) {
    const at = HEADER_BYTES + FORMAT_BYTES + GROUP_BYTES * i;
    for (const [k, value] of [first, last, glyph].entries()) table.setUint32(at + 4 * k, value);
  }
  return new Uint8Array(table.buffer);
}
