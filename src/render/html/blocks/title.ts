import type { TitleBlock } from '../../../model/document.ts';
import type { HtmlContext } from '../context.ts';
import { paragraph, styledText } from '../styled.ts';

/** Marks top left; title lines as broken by the author, so that no word is split (GB/T 9704 7.3.1); then the subtitle. */
export function titleHtml(block: TitleBlock, context: HtmlContext): string {
  const marks = block.marks.map((mark) => `<p class="t-mark">${styledText(mark, 'mark', context)}</p>`);
  const lines = block.lines.map((line) => styledText(line, 'title', context)).join('<br>');
  const subtitle = block.subtitle.map((line) => paragraph(line, 'subtitle', context));
  return `<header class="title-block">${marks.join('')}<p class="t-title title-lines">${lines}</p>${subtitle.join('')}</header>`;
}
