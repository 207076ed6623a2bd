import type { KeyFiguresBlock } from '../../../model/document/document.ts';
import { boxesPerRow } from '../../layout/key-figures.ts';
import { POINTS_PER_MM } from '../../layout/units.ts';
import type { HtmlContext } from '../context.ts';
import { fitted, paragraph, styled } from '../styled.ts';
import { geometry } from '../stylesheet/geometry.ts';

/** As in stylesheet/book.ts, points. */
const GRID = { columns: 3, size: 22, gap: 9, padding: 9 };
const gridRoom = ({ theme }: HtmlContext): number =>
  (geometry(theme).textWidthMm * POINTS_PER_MM - (GRID.columns - 1) * GRID.gap) / GRID.columns -
  2 * GRID.padding;

export function keyFiguresHtml(block: KeyFiguresBlock, context: HtmlContext): string {
  const boxes = block.items.map((item) => {
    const detail = item.detail.length > 0 ? paragraph(item.detail, 'note', context) : '';
    const value =
      block.look === 'grid'
        ? `<p class="t-keyFigure"${fitted(item.value, GRID.size, gridRoom(context))}>${styled(item.value, 'keyFigure', context)}</p>`
        : paragraph(item.value, 'keyFigure', context);
    return `<div class="key-figure">${paragraph(item.label, 'keyLabel', context)}${value}${detail}</div>`;
  });
  const row = boxesPerRow(block.items.length);
  const look = { boxes: '', pull: ' pull', grid: ' grid-look' }[block.look ?? 'boxes'];
  return `<div class="key-figures${look}" style="grid-template-columns:repeat(${block.look === 'grid' ? `${GRID.columns},minmax(0,1fr)` : `${row},1fr`})">${boxes.join('')}</div>`;
}
