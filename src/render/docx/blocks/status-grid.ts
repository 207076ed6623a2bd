import { type FileChild, Paragraph } from 'docx';
import type { StatusGridBlock } from '../../../model/document.ts';
import { STYLE } from '../style-names.ts';
import { textRuns } from '../text.ts';

export const statusGrid = (block: StatusGridBlock): FileChild[] =>
  block.rows.map(
    (row) =>
      new Paragraph({
        style: STYLE.denseBody,
        children: textRuns(row.cells.map((cell) => cell.no + cell.text).join(' ')),
      }),
  );
