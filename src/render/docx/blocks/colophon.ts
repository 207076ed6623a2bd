import { type FileChild, Paragraph } from 'docx';
import type { ColophonBlock } from '../../../model/document/document.ts';
import { charactersOf } from '../../layout/letter.ts';
import { bookParagraph } from '../book-parts.ts';
import type { Scope } from '../scope.ts';
import { STYLE } from '../styles/style-names.ts';
import { textRuns } from '../text/text.ts';

/** Points above the title, so that the lines end near the foot of the page. */
const ABOVE_PT = 430;

export function colophon(block: ColophonBlock, scope: Scope): FileChild[] {
  const { fine, heading2 } = scope.theme.text;
  return [
    bookParagraph(block.title, heading2, scope, { before: ABOVE_PT, after: 8 }),
    ...block.rows.map(({ label, text }) =>
      bookParagraph(`${label}\u3000${text}`, fine, scope, { hanging: charactersOf(label) + 1 }),
    ),
    ...(block.statement === ''
      ? []
      : [
          new Paragraph({ style: STYLE.note, spacing: { before: 160 }, children: textRuns(block.statement) }),
        ]),
  ];
}
