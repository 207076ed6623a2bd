import type { DividerBlock } from '../../../model/document/document.ts';
import { titleLines } from '../../layout/title-lines.ts';
import type { HtmlContext } from '../context.ts';
import { anchor } from '../escape.ts';
import { styledText } from '../styled.ts';

/** Page before a material: its heading, which is a bookmark and stands in the volume's contents. */
export function dividerHtml(block: DividerBlock, context: HtmlContext): string {
  // The space ends a line and is not seen; the bookmark made of the heading needs it.
  const mark =
    block.mark === ''
      ? ''
      : `<span class="t-dividerMark divider-mark">${styledText(`${block.mark}　`, 'dividerMark', context)}</span>`;
  const lines = titleLines(block.title, 'dividerTitle', context.theme);
  const title = lines.map((line) => styledText(line, 'dividerTitle', context)).join('<br>');
  return `<h1 class="divider" id="${anchor(block.id)}">${mark}<span class="t-dividerTitle divider-title">${title}</span></h1>`;
}
