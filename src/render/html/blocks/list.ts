import type { ListBlock } from '../../../model/document.ts';
import type { HtmlContext } from '../context.ts';
import { styled, styledText } from '../styled.ts';

/** Numbers are text: the browser's own list marks are set in a face of its choosing. */
export function listHtml(block: ListBlock, context: HtmlContext): string {
  const tag = block.ordered ? 'ol' : 'ul';
  const items = block.items.map((item, index) => {
    const mark = block.ordered ? styledText(`${index + 1}.`, 'body', context) : '';
    return `<li>${mark}${styled(item, 'body', context)}</li>`;
  });
  return `<${tag} class="t-body grid">${items.join('')}</${tag}>`;
}
