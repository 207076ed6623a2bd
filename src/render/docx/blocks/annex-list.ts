import { type FileChild, Paragraph } from 'docx';
import type { AnnexListBlock } from '../../../model/document.ts';
import { STYLE } from '../style-names.ts';
import { textRuns } from '../text.ts';

export const annexList = (block: AnnexListBlock): FileChild[] =>
  block.items.map((item) => new Paragraph({ style: STYLE.body, children: textRuns(item) }));
