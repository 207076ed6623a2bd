import type { AnnexListBlock } from '../../../model/document/document.ts';
import { annexIndents } from '../../layout/letter.ts';
import type { HtmlContext } from '../context.ts';
import { styledText } from '../styled.ts';
import { geometry, mm } from '../stylesheet/geometry.ts';

/** 附件说明 (GB/T 9704 7.3.4): names hang after “附件：1.”, so that their lines stand below each other. */
export function annexListHtml(block: AnnexListBlock, context: HtmlContext): string {
  const { cellMm } = geometry(context.theme);
  const { label, number, name } = annexIndents(block.items.length);
  const box = (text: string, cells: number): string =>
    `<span class="box" style="width:${mm(cells * cellMm)}">${styledText(text, 'body', context)}</span>`;
  const items = block.items.map((item, i) => {
    const before = box(i === 0 ? '附件：' : '', number - label);
    const own = block.items.length > 1 ? box(`${i + 1}.`, name - number) : '';
    const indents = `padding-left:${mm(name * cellMm)};text-indent:${mm((label - name) * cellMm)}`;
    return `<p class="t-body grid" style="${indents}">${before}${own}${styledText(item, 'body', context)}</p>`;
  });
  return `<div class="annex-list">${items.join('')}</div>`;
}
