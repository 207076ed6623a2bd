import type { LetterheadBlock } from '../../../model/document/document.ts';
import { issuerMarkSize, mastheadLineSize, mastheadMark } from '../../layout/letter.ts';
import type { HtmlContext } from '../context.ts';
import { styledText } from '../styled.ts';

/** 版头. A letter's red rules belong to its page, see stylesheet/letter.ts; the others stand in the text. */
export function letterheadHtml(block: LetterheadBlock, context: HtmlContext): string {
  return block.form === 'letter' ? letter(block, context) : masthead(block, context);
}

/** Issuer mark on one line, the number flush right. */
function letter(block: LetterheadBlock, context: HtmlContext): string {
  const size = issuerMarkSize(block.mark, context.theme);
  const mark = styledText(block.mark, 'issuerMark', context);
  const number = styledText(block.number, 'body', context);
  return `<header class="letterhead"><p class="t-issuerMark issuer-mark" style="font-size:${size}pt">${mark}</p><p class="t-body grid letter-number">${number}</p></header>`;
}

/** Mark, number, issuer and date over the red rule; each only where it is given. */
function masthead(block: LetterheadBlock, context: HtmlContext): string {
  const { lines, sizePt } = mastheadMark(block.mark, context.theme);
  const mark = lines.map((line) => styledText(line, 'issuerMark', context)).join('<br>');
  const body = (text: string): string => styledText(text, 'body', context);
  const number =
    block.number === '' ? '' : `<p class="t-body grid masthead-number">${body(block.number)}</p>`;
  const lineSize = mastheadLineSize(block.issuer, block.date, context.theme);
  const smaller = lineSize < context.theme.text.body.size ? ` style="font-size:${lineSize}pt"` : '';
  const line =
    block.issuer + block.date === ''
      ? ''
      : `<p class="t-body grid masthead-line"${smaller}><span>${body(block.issuer)}</span><span>${body(block.date)}</span></p>`;
  return `<header class="masthead ${block.form}"><p class="t-issuerMark masthead-mark" style="font-size:${sizePt}pt">${mark}</p>${number}${line}<div class="red-rule"></div></header>`;
}
