import type { CoverBlock } from '../../../model/document.ts';
import type { HtmlContext } from '../context.ts';
import { styledText } from '../styled.ts';

export function coverHtml(block: CoverBlock, context: HtmlContext): string {
  return `<div class="cover">${[...block.marks, ...block.lines, ...block.subtitle, block.issuer, block.date].map((line) => `<p class="t-title p-centre">${styledText(line, 'title', context)}</p>`).join('')}</div>`;
}
