import type { HeadingBlock } from '../../../model/document.ts';
import type { TextStyleName } from '../../../model/theme.ts';
import type { HtmlContext } from '../context.ts';
import { anchor } from '../escape.ts';
import { styled, styledText } from '../styled.ts';

/** GB/T 9704 7.3.3: 一、 黑体, （一） 楷体, 1. and （1） 仿宋. An annex puts its number on a line of its own (7.3.7). */
export function headingHtml(block: HeadingBlock, context: HtmlContext): string {
  const tag = `h${block.level + context.depth}`;
  const id = anchor(block.id);
  if (block.look === 'sheet') {
    const [look, place] =
      block.level === 1 ? (['sheetTitle', 'head'] as const) : (['sheetHead', 'part'] as const);
    return `<${tag} class="t-${look} sheet-${place}" id="${id}">${styled(block.children, look, context)}</${tag}>`;
  }
  const style: TextStyleName = `heading${block.level}`;
  if (block.number.startsWith('附件')) {
    // The space ends a line and is not seen; the bookmark made of the heading needs it.
    const number = styledText(`${block.number}　`, 'heading1', context);
    const title = styled(block.children, 'title', context);
    return `<${tag} class="annex" id="${id}"><span class="t-heading1 annex-number">${number}</span><span class="t-title annex-title">${title}</span></${tag}>`;
  }
  const number = styledText(block.number, style, context);
  return `<${tag} class="t-${style} grid" id="${id}">${number}${styled(block.children, style, context)}</${tag}>`;
}
