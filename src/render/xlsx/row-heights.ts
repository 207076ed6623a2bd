/** How high rows have to be for their texts: spreadsheet programs don't fit rows to merged cells. */

const LINE_POINTS = 13.5;
/** Excel's limit for a row. */
const MOST_POINTS = 409;

/** Lines that a text takes in a column, a full-width character counting two. */
export function linesOf(text: string, width: number): number {
  const cells = (line: string): number =>
    [...line].reduce((sum, c) => sum + (c.charCodeAt(0) < 0x2000 ? 1 : 2), 0);
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(cells(line) / Math.max(width - 2, 2))), 0);
}

/** Points that a row of so many lines takes, a part of a line being one. */
export const heightOf = (lines: number): number => Math.min(MOST_POINTS, Math.ceil(lines) * LINE_POINTS + 6);
