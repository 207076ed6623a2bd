import type { ImprintBlock } from '../../../model/document/document.ts';
import { imprintTexts } from '../../layout/letter.ts';
import type { HtmlContext } from '../context.ts';
import { anchor } from '../escape.ts';
import { styledText } from '../styled.ts';

/** Where the text ends, and where the 版记 begins and ends: read from a first print, see pdf/places.ts. */
export const IMPRINT_MARKS = ['imprint-text', 'imprint-start', 'imprint-end'].map(anchor);

/** 版记 (GB/T 9704 7.4); how it comes to the foot of its page: pdf/places.ts. In a letter it has neither rules nor issue line. */
export function imprintHtml(block: ImprintBlock, context: HtmlContext): string {
  const { recipients, copies, issued } = imprintTexts(block);
  const text = (words: string): string => styledText(words, 'imprint', context);
  const listed = (words: string, own: string): string =>
    words === '' ? '' : `<p class="t-imprint ${own}">${text(words)}</p>`;
  const names = listed(recipients, 'copies recipients') + listed(copies, 'copies');
  const plain = context.form === 'letter';
  const issue = plain
    ? ''
    : `<p class="t-imprint issue"><span>${text(block.issuer)}</span><span>${text(issued)}</span></p>`;
  const [end, top, foot] = IMPRINT_MARKS;
  return `<div id="${end}"></div><footer class="imprint${plain ? ' plain' : ''}"><div class="imprint-space" id="${top}"></div>${names}${issue}<div id="${foot}"></div></footer>`;
}
