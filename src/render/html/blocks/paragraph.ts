import type { Block, ParagraphBlock, ParagraphStyle } from '../../../model/document/document.ts';
import { plainText } from '../../../model/document/inline.ts';
import type { TextStyleName } from '../../../model/document/theme.ts';
import { calls, leadsIn } from '../../layout/lead-in.ts';
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

/** `next`: the block below it, where there may be one that it stays with. */
export function paragraphHtml(block: ParagraphBlock, context: HtmlContext, next?: Block): string {
  const style = TEXT_STYLES[block.style];
  const classes = [`p-${block.style}`];
  if (style === 'body') classes.push('grid');
  if (style === 'body' && isShort(plainText(block.children), context)) classes.push('whole');
  const { charactersPerLine } = context.theme.page;
  if (leadsIn(block, charactersPerLine) || calls(block, next, charactersPerLine)) classes.push('lead-in');
  return paragraph(block.children, style, context, classes.join(' '));
}
