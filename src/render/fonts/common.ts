/**
 * The characters that most texts are written in: signs, full-width forms and the 3,755 of level 1 of GB/T 2312-1980. Its rows
 * begin at byte 0xA1, and so do their cells.
 */
const SIGNS = 0xa1;
const FULL_WIDTH = 0xa3;
const LEVEL_1 = Array.from({ length: 0xd7 - 0xb0 + 1 }, (_, i) => 0xb0 + i);
const CELLS = Array.from({ length: 94 }, (_, i) => 0xa1 + i);

/** Out: all of them as one text; cells that the standard leaves empty come out as other characters. */
export function commonCharacters(): string {
  const rows = [SIGNS, FULL_WIDTH, ...LEVEL_1];
  const bytes = rows.flatMap((row) => CELLS.flatMap((cell) => [row, cell]));
  return new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
}
