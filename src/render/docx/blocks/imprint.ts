import { type FileChild, Paragraph } from 'docx';
import type { ImprintBlock } from '../../../model/document.ts';
import { STYLE } from '../style-names.ts';
import { textRuns } from '../text.ts';

export const imprint = (block: ImprintBlock): FileChild[] =>
  [block.copies, `${block.issuer}　${block.date}印发`].map(
    (line) => new Paragraph({ style: STYLE.flush, children: textRuns(line) }),
  );
