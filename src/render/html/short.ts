/** What has to stay on one page since it can't be split well. */
import { textWidthMm } from '../text-width.ts';
import { MM_PER_POINT } from '../units.ts';
import type { HtmlContext } from './context.ts';

/** Paragraphs of up to three lines can't be split without leaving a single line; the browser would do it. */
const WHOLE_LINES = 3;
const INDENT = 2;

/** In: the text of a paragraph or list item. Its length in characters of the grid: figures and Latin letters take about half of one. */
export function isShort(text: string, context: HtmlContext): boolean {
  const narrow = text.match(/[\x20-\x7E]/g)?.length ?? 0;
  return INDENT + [...text].length - narrow / 2 <= WHOLE_LINES * charactersPerLine(context);
}

/** On a landscape sheet characters stand as close as they are wide. */
function charactersPerLine({ theme, orientation }: HtmlContext): number {
  if (orientation === 'portrait') return theme.page.charactersPerLine;
  return Math.floor(textWidthMm(theme, orientation) / (theme.text.body.size * MM_PER_POINT));
}
