import type { ParagraphBlock, ParagraphStyle } from '../../../model/document.ts';
import type { TextStyleName } from '../../../model/theme.ts';
import type { HtmlContext } from '../context.ts';
import { paragraph } from '../styled.ts';

const TEXT_STYLES: Record<ParagraphStyle, TextStyleName> = {
  body: 'body',
  flush: 'body',
  note: 'note',
  centre: 'body',
  right: 'body',
  fine: 'fine',
};

export function paragraphHtml(block: ParagraphBlock, context: HtmlContext): string {
  const style = TEXT_STYLES[block.style];
  return paragraph(
    block.children,
    style,
    context,
    style === 'body' ? `p-${block.style} grid` : `p-${block.style}`,
  );
}
