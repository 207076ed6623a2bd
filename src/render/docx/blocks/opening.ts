import type { FileChild } from 'docx';
import type { OpeningBlock } from '../../../model/document.ts';
import { bookParagraph } from '../book-parts.ts';
import type { Scope } from '../scope.ts';
import { keyFigures } from './key-figures.ts';

/** The summary below the band, and its numbers. */
export function opening(block: OpeningBlock, scope: Scope): FileChild[] {
  const { book } = scope.theme;
  if (!book) return [];
  const { text } = book.opener;
  const paragraphs = block.summary.map((nodes, i) =>
    bookParagraph(nodes, text, scope, {
      justified: true,
      indent: 2 * 20 * text.size,
      ...(i === block.summary.length - 1 ? { after: 60 } : {}),
    }),
  );
  return block.items.length === 0
    ? paragraphs
    : [...paragraphs, ...keyFigures({ kind: 'keyFigures', items: block.items }, scope)];
}
