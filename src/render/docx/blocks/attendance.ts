import { type FileChild, Paragraph } from 'docx';
import type { AttendanceBlock } from '../../../model/document.ts';
import { look, type Scope } from '../scope.ts';
import { STYLE } from '../style-names.ts';
import { textRuns } from '../text.ts';

export const attendance = (block: AttendanceBlock, scope: Scope): FileChild[] => [
  new Paragraph({
    style: STYLE.body,
    children: [
      ...textRuns(`${block.label}：`),
      ...scope.inlines(block.people, look(scope.theme.text.body.font)),
    ],
  }),
];
