import type { CalloutBlock } from '../../../model/document/document.ts';
import type { HtmlContext } from '../context.ts';
import { paragraph } from '../styled.ts';
import { paragraphHtml } from './paragraph.ts';

export function calloutHtml(block: CalloutBlock, context: HtmlContext): string {
  const title = block.title.length > 0 ? paragraph(block.title, 'heading1', context, 'callout-title') : '';
  const inner = block.children.map((child) => paragraphHtml(child, context)).join('');
  return `<aside class="callout">${title}${inner}</aside>`;
}
