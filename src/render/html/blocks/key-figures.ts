import type { KeyFiguresBlock } from '../../../model/document.ts';
import { boxesPerRow } from '../../key-figures.ts';
import type { HtmlContext } from '../context.ts';
import { paragraph } from '../styled.ts';

export function keyFiguresHtml(block: KeyFiguresBlock, context: HtmlContext): string {
  const boxes = block.items.map((item) => {
    const detail = item.detail.length > 0 ? paragraph(item.detail, 'note', context) : '';
    return `<div class="key-figure">${paragraph(item.label, 'keyLabel', context)}${paragraph(item.value, 'keyFigure', context)}${detail}</div>`;
  });
  const row = boxesPerRow(block.items.length);
  const look = { boxes: '', pull: ' pull', grid: ' grid-look' }[block.look ?? 'boxes'];
  return `<div class="key-figures${look}" style="grid-template-columns:repeat(${block.look === 'grid' ? '3,minmax(0,1fr)' : `${row},1fr`})">${boxes.join('')}</div>`;
}
