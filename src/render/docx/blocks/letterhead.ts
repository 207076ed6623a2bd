import { AlignmentType, type FileChild, Paragraph } from 'docx';
import type { LetterheadBlock } from '../../../model/document.ts';
import { BELOW_RULE_IN_EM } from '../../letter.ts';
import type { Scope } from '../scope.ts';
import { STYLE } from '../style-names.ts';
import { textRuns } from '../text.ts';
import { twipsOfPt } from '../units.ts';

/** The number, flush right, and the first of the two blank lines above the title; mark and rules stand in letter-page.ts. */
export function letterhead(block: LetterheadBlock, scope: Scope): FileChild[] {
  const { size, line } = scope.theme.text.body;
  const before = twipsOfPt(BELOW_RULE_IN_EM * size - (line - size) / 2);
  return [
    new Paragraph({
      style: STYLE.right,
      alignment: AlignmentType.RIGHT,
      spacing: { before },
      children: textRuns(block.number),
    }),
    new Paragraph({ style: STYLE.flush }),
  ];
}
