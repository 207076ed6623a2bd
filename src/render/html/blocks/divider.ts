import type { DividerBlock } from '../../../model/document.ts';
import type { HtmlContext } from '../context.ts';
import { anchor } from '../escape.ts';
import { styledText } from '../styled.ts';

export function dividerHtml(block: DividerBlock, context: HtmlContext): string {
  return `<h1 class="t-title p-centre" id="${anchor(block.id)}">${styledText(`${block.mark}　${block.title}`, 'title', context)}</h1>`;
}
