import { type FileChild, Paragraph } from 'docx';
import type { AttendanceBlock } from '../../../model/document/document.ts';
import { attendanceIndents } from '../../layout/letter.ts';
import { fontsOf } from '../parts/run-fonts.ts';
import { look, type Scope } from '../scope.ts';
import { STYLE } from '../styles/style-names.ts';
import { textRuns } from '../text/text.ts';

/** 出席、请假、列席 (GB/T 9704 10.3): label in 黑体 two characters in, names hang after its colon. */
export function attendance(block: AttendanceBlock, scope: Scope): FileChild[] {
  const { label, names } = attendanceIndents(block.label);
  const twips = (characters: number): number => Math.round((characters * scope.geometry.indent) / 2);
  const { body, heading1 } = scope.theme.text;
  return [
    new Paragraph({
      style: STYLE.flush,
      indent: { left: twips(names), hanging: twips(names - label) },
      children: [
        ...textRuns(block.label, { font: fontsOf(scope.theme, heading1.font) }),
        ...textRuns('：'),
        ...scope.inlines(block.people, look(body.font)),
      ],
    }),
  ];
}
