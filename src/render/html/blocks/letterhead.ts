import type { LetterheadBlock } from '../../../model/document.ts';
import { issuerMarkSize } from '../../letter.ts';
import type { HtmlContext } from '../context.ts';
import { styledText } from '../styled.ts';

/** Issuer mark on one line, the number flush right; the red rules belong to the page, see stylesheet/letter.ts. */
export function letterheadHtml(block: LetterheadBlock, context: HtmlContext): string {
  const size = issuerMarkSize(block.mark, context.theme);
  const mark = styledText(block.mark, 'issuerMark', context);
  const number = styledText(block.number, 'body', context);
  return `<header class="letterhead"><p class="t-issuerMark issuer-mark" style="font-size:${size}pt">${mark}</p><p class="t-body grid letter-number">${number}</p></header>`;
}
