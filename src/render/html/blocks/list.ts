import type { ListBlock } from '../../../model/document/document.ts';
import { plainText } from '../../../model/document/inline.ts';
import type { HtmlContext } from '../context.ts';
import { isShort } from '../short.ts';
import { prose, styledText } from '../styled.ts';

/** Numbers are text: the browser's own list marks are set in a face of its choosing. */
export function listHtml(block: ListBlock, context: HtmlContext): string {
  const tag = block.ordered ? 'ol' : 'ul';
  const items = block.items.map((item, index) => {
    const number = block.ordered ? `${index + 1}.` : '';
    const whole = isShort(`${number}${plainText(item)}`, context) ? ' class="whole"' : '';
    const mark = number && styledText(number, 'body', context);
    return `<li${whole}>${mark}${prose(item, 'body', context)}</li>`;
  });
  return `<${tag} class="t-body grid">${items.join('')}</${tag}>`;
}
