import { type FileChild, Paragraph } from 'docx';
import type { CoverBlock } from '../../../model/document.ts';
import { STYLE } from '../style-names.ts';
import { textRuns } from '../text.ts';

export const cover = (block: CoverBlock): FileChild[] =>
  [...block.lines, ...block.subtitle, block.issuer, block.date].map(
    (line) => new Paragraph({ style: STYLE.title, children: textRuns(line) }),
  );
