/** Which characters texts are written in, by the rows of GB/T 2312-1980, which begin at byte 0xA1, and so do their cells. */
const CELLS = range(0xa1, 0xfe);
const SIGNS = 0xa1;
const FULL_WIDTH = 0xa3;
/** By how often they are written: 3,755 characters, then 3,008, among them those of many names of places. */
const LEVEL_1 = range(0xb0, 0xd7);
const ALL_SIGNS = range(SIGNS, 0xa9);
const BOTH_LEVELS = range(0xb0, 0xf7);
/** Not in the standard, but in texts: nought in numbers written out, minus, between numbers, units, more numbers in circles. */
const MORE = '〇−–²³㎡㎞⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
/** Latin letters, digits and signs. */
const ASCII = range(0x20, 0x7e);

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** Out: the characters of these rows as one text; cells that the standard leaves empty come out as other characters. */
function ofRows(rows: readonly number[]): string {
  const bytes = rows.flatMap((row) => CELLS.flatMap((cell) => [row, cell]));
  return new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
}

/** Out: signs, full-width forms and the characters of level 1, in which most texts are written, as one text. */
export const commonCharacters = (): string => ofRows([SIGNS, FULL_WIDTH, ...LEVEL_1]);

/**
 * Out: code points; hardly a text has others, but for a rare name. No two of them may have the same glyph in a font, as
 * some signs have: a PDF would say of one that it is the other.
 */
export function usualCharacters(): Set<number> {
  const text = ofRows([...ALL_SIGNS, ...BOTH_LEVELS]) + MORE;
  return new Set([...ASCII, ...[...text].map((character) => character.codePointAt(0) as number)]);
}
