import type { AnnexListBlock } from '../../../model/document.ts';
import type { HtmlContext } from '../context.ts';
import { styledText } from '../styled.ts';

export function annexListHtml(block: AnnexListBlock, context: HtmlContext): string {
  return block.items
    .map(
      (item, i) =>
        `<p class="t-body p-body grid">${styledText(`${i === 0 ? '附件：' : '　　　'}${block.items.length > 1 ? `${i + 1}.` : ''}${item}`, 'body', context)}</p>`,
    )
    .join('');
}
