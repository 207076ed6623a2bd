import type { AddresseeBlock } from '../../../model/document/document.ts';
import type { HtmlContext } from '../context.ts';
import { paragraph } from '../styled.ts';

/** 主送机关, flush left, one blank line below the title (GB/T 9704 7.3.2; see stylesheet/letter.ts). */
export function addresseeHtml(block: AddresseeBlock, context: HtmlContext): string {
  return paragraph(block.children, 'body', context, 'p-flush grid addressee');
}
