import type { FileChild } from 'docx';
import type { BookCoverBlock } from '../../../model/document/document.ts';
import { coverArt } from '../../book/art.ts';
import { bookParagraph, pagePicture } from '../book-parts.ts';
import type { Scope } from '../scope.ts';

/** Above the first line, points: the title stands on the calm part of the picture. */
const ABOVE_PT = 330;

export function bookCover(block: BookCoverBlock, scope: Scope): FileChild[] {
  const { book, page } = scope.theme;
  if (!book) return [];
  const { cover, paper, pale } = book;
  const picture = pagePicture(coverArt(page.widthMm, page.heightMm, book), '封面图案', scope);
  return [
    bookParagraph('', cover.text, scope, { extra: [picture] }),
    bookParagraph(block.year, cover.year, scope, { colour: paper, before: ABOVE_PT }),
    ...block.lines.map((line, i) =>
      bookParagraph(line, cover.title, scope, { colour: paper, before: i === 0 ? 12 : 0 }),
    ),
    ...(block.subtitle === ''
      ? []
      : [bookParagraph(block.subtitle, cover.text, scope, { colour: pale, before: 8 })]),
    bookParagraph(block.issuer, cover.text, scope, { colour: paper, before: 56 }),
    bookParagraph(block.date, cover.text, scope, { colour: paper }),
  ];
}
