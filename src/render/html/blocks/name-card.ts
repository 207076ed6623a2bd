import type { NameCardBlock } from '../../../model/document.ts';
import type { HtmlContext } from '../context.ts';
import { styledText } from '../styled.ts';

export function nameCardHtml(block: NameCardBlock, context: HtmlContext): string {
  return `<p class="t-title p-centre">${styledText(block.name, 'title', context)}</p>`;
}
