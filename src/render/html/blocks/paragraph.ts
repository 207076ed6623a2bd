import type { ParagraphBlock, ParagraphStyle } from '../../../model/document.ts';
import { plainText } from '../../../model/inline.ts';
import type { TextStyleName } from '../../../model/theme.ts';
import { MM_PER_POINT } from '../../units.ts';
import type { HtmlContext } from '../context.ts';
import { paragraph } from '../styled.ts';

const TEXT_STYLES: Record<ParagraphStyle, TextStyleName> = {
  body: 'body',
  flush: 'body',
  note: 'note',
  centre: 'body',
  right: 'body',
  fine: 'fine',
  sheetLarge: 'sheetLarge',
  sheet: 'sheet',
};

export function paragraphHtml(block: ParagraphBlock, context: HtmlContext): string {
  const style = TEXT_STYLES[block.style];
  return paragraph(
    block.children,
    style,
    context,
    style === 'body' ? `p-${block.style} grid${isShort(block, context) ? ' whole' : ''}` : `p-${block.style}`,
  );
}

/** Paragraphs of up to three lines can't be split without leaving a single line; the browser would do it. */
const WHOLE_LINES = 3;
const INDENT = 2;

/** Length in characters of the grid: figures and Latin letters take about half of one. */
function isShort(block: ParagraphBlock, context: HtmlContext): boolean {
  const text = plainText(block.children);
  const narrow = text.match(/[\x20-\x7E]/g)?.length ?? 0;
  return INDENT + [...text].length - narrow / 2 <= WHOLE_LINES * charactersPerLine(context);
}

/** On a landscape sheet characters stand as close as they are wide. */
function charactersPerLine({ theme: { page, text }, orientation }: HtmlContext): number {
  if (orientation === 'portrait') return page.charactersPerLine;
  const { top, bottom } = page.marginsMm;
  return Math.floor((page.heightMm - top - bottom) / (text.body.size * MM_PER_POINT));
}
