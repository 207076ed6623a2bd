/** What has to stay on one page since it can't be split well. */

import { NUMBER_WITH_UNIT } from '../layout/numbers.ts';
import { textWidthMm } from '../layout/text-width.ts';
import { MM_PER_POINT } from '../layout/units.ts';
import type { HtmlContext } from './context.ts';
import { geometry } from './stylesheet/geometry.ts';

/** Paragraphs of up to three lines can't be split without leaving a single line; the browser would do it. */
const WHOLE_LINES = 3;
const INDENT = 2;
/** Twenty-eight characters fill a line to a hair. */
const ROUNDING_MM = 0.1;

/** A character, a number with its unit, or Latin letters in a row, with the brackets before it and the marks after it. */
const PIECE = new RegExp(
  `[（〈《「『【〔“‘]*(?:${NUMBER_WITH_UNIT.source}|[\\x21-\\x7E]+|.)[）〉》」』】〕”’、，。：；！？]*`,
  'gsu',
);

/** In: the text of a paragraph or list item. One of four lines is split, two and two, so that its page is full. */
export const isShort = (text: string, context: HtmlContext): boolean => linesOf(text, context) <= WHOLE_LINES;

/** Lines that the text fills: a number goes over to the next line with its unit, which leaves the line before it shorter. */
function linesOf(text: string, { theme, fonts, orientation }: HtmlContext): number {
  const { font, size } = theme.text.body;
  const { letterSpacingMm } = geometry(theme);
  // On a landscape sheet characters stand as close as they are wide.
  const apart = orientation === 'portrait' ? letterSpacingMm : 0;
  const widthOf = (piece: string): number =>
    fonts.faces[font].measure(piece) * size * MM_PER_POINT + apart * [...piece].length;
  const room = textWidthMm(theme, orientation);
  let [lines, used] = [1, INDENT * widthOf('\u3000')];
  for (const [piece] of text.matchAll(PIECE)) {
    const width = widthOf(piece);
    if (used > 0 && used + width > room + ROUNDING_MM) [lines, used] = [lines + 1, 0];
    used += width;
  }
  return lines;
}
