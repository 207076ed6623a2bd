import type { ImprintBlock } from '../../../model/document.ts';
import type { HtmlContext } from '../context.ts';
import { styledText } from '../styled.ts';

export function imprintHtml(block: ImprintBlock, context: HtmlContext): string {
  return `<footer class="imprint"><p class="t-body">${styledText(`抄送：${block.copies}`, 'body', context)}</p><p class="t-body">${styledText(`${block.issuer}　${block.date}印发`, 'body', context)}</p></footer>`;
}
