import type { ParagraphBlock, ParagraphStyle } from '../../../model/document.ts';
import { plainText } from '../../../model/inline.ts';
import type { TextStyleName } from '../../../model/theme.ts';
import { leadsIn } from '../../lead-in.ts';
import type { HtmlContext } from '../context.ts';
import { isShort } from '../short.ts';
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
  const classes = [`p-${block.style}`];
  if (style === 'body') classes.push('grid');
  if (style === 'body' && isShort(plainText(block.children), context)) classes.push('whole');
  if (leadsIn(block, context.theme.page.charactersPerLine)) classes.push('lead-in');
  return paragraph(block.children, style, context, classes.join(' '));
}
