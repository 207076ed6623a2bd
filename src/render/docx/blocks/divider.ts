import { type FileChild, Paragraph } from 'docx';
import type { DividerBlock } from '../../../model/document.ts';
import { STYLE } from '../style-names.ts';
import { textRuns } from '../text.ts';

export const divider = (block: DividerBlock): FileChild[] => [
  new Paragraph({ style: STYLE.title, children: textRuns(`${block.mark}　${block.title}`) }),
];
