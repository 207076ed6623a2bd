import { AlignmentType, type FileChild, Paragraph } from 'docx';
import type { ListBlock } from '../../../model/document/document.ts';
import { plainText } from '../../../model/document/inline.ts';
import { holdsBlank } from '../../layout/blanks.ts';
import { closer, look, type Scope } from '../scope.ts';
import { STYLE } from '../styles/style-names.ts';
import { lookRuns } from '../text/text.ts';

/** Numbers are text, as in a hand-typed 公文; items without a number hang by two characters. */
export function list(block: ListBlock, scope: Scope): FileChild[] {
  const { indent } = scope.geometry;
  const around = look(scope.theme.text.body.font);
  return block.items.map((item, index) => {
    const children = scope.inlines(item, around);
    return new Paragraph({
      style: STYLE.list,
      ...closer(scope, 'body'),
      indent: block.ordered ? { firstLine: indent } : { left: 2 * indent, hanging: indent },
      ...(holdsBlank(plainText(item)) && { alignment: AlignmentType.LEFT }),
      children: block.ordered ? [...lookRuns(`${index + 1}.`, around), ...children] : children,
    });
  });
}
