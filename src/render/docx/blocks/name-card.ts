import { type FileChild, Paragraph } from 'docx';
import type { NameCardBlock } from '../../../model/document.ts';
import { STYLE } from '../style-names.ts';
import { textRuns } from '../text.ts';

export const nameCard = (block: NameCardBlock): FileChild[] => [
  new Paragraph({ style: STYLE.title, children: textRuns(block.name) }),
];
