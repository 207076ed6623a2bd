import type { AddresseeBlock } from '../../../model/document.ts';
import type { HtmlContext } from '../context.ts';
import { paragraph } from '../styled.ts';

/** 主送机关, flush left; the blank line above it is the title's. */
export function addresseeHtml(block: AddresseeBlock, context: HtmlContext): string {
  return paragraph(block.children, 'body', context, 'p-flush grid addressee');
}
