import type { BookCoverBlock } from '../../../model/document/document.ts';
import { artSvg, coverArt } from '../../book/art.ts';
import { sheetOf } from '../../book/leaf.ts';
import { bookText } from '../book-text.ts';
import type { HtmlContext } from '../context.ts';

/** A page to its edges: the picture, and the title on its calm part. */
export function bookCoverHtml(block: BookCoverBlock, context: HtmlContext): string {
  const { page, book } = context.theme;
  if (!book) return '';
  const { bleed } = sheetOf(context.theme);
  const [width, height] = [page.widthMm + 2 * bleed, page.heightMm + 2 * bleed];
  const art = artSvg(coverArt(width, height, book), width, height);
  const line = (text: string, style: keyof typeof book.cover, name: string): string =>
    text === ''
      ? ''
      : `<p class="b-cover-${style} ${name}">${bookText(text, book.cover[style], context)}</p>`;
  const title = block.lines.map((one) => line(one, 'title', 'book-title')).join('');
  return (
    `<div class="book-cover">${art}<div class="book-cover-text">${line(block.year, 'year', 'book-year')}` +
    `<div class="book-bar"></div>${title}${line(block.subtitle, 'text', 'book-subtitle')}</div>` +
    `<div class="book-cover-foot">${line(block.issuer, 'text', '')}${line(block.date, 'text', '')}</div></div>`
  );
}
