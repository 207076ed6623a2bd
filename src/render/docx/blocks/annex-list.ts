import { type FileChild, Paragraph, TabStopType } from 'docx';
import type { AnnexListBlock } from '../../../model/document/document.ts';
import { annexIndents } from '../../layout/letter.ts';
import type { Scope } from '../scope.ts';
import { STYLE } from '../styles/style-names.ts';
import { textRuns } from '../text/text.ts';

/** 附件说明 (GB/T 9704 7.3.4): names hang after “附件：1.”, so that their lines stand below each other. */
export function annexList(block: AnnexListBlock, scope: Scope): FileChild[] {
  const { label, number, name } = annexIndents(block.items.length);
  const twips = (characters: number): number => Math.round((characters * scope.geometry.indent) / 2);
  return block.items.map((item, i) => {
    const own = block.items.length > 1 ? `${i + 1}.\t` : '';
    return new Paragraph({
      style: STYLE.flush,
      indent: { left: twips(name), hanging: twips(name - (i === 0 ? label : number)) },
      tabStops: [{ type: TabStopType.LEFT, position: twips(name) }],
      children: textRuns(`${i === 0 ? '附件：' : ''}${own}${item}`),
    });
  });
}
