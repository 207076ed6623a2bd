/** What a book's PDF has besides: page labels i, ii … 1, 2 …, and for a print shop its boxes and crop marks. */
import { type PDFDocument, PDFName, PDFNumber, PDFString, rgb } from '@cantoo/pdf-lib';
import type { Document, HeadingBlock } from '../../model/document/document.ts';
import type { Theme } from '../../model/document/theme.ts';
import { firstOf, roman, sheetOf } from '../book/leaf.ts';
import { anchor } from '../html/escape.ts';
import { POINTS_PER_MM } from '../layout/units.ts';
import type { Places } from './places.ts';

/** First sheet (from 1) of the front matter and of the text, by their first headings; 0 where there is none. */
function starts(document: Document, places: Places): { front: number; body: number } {
  const of = (matter: 'front' | 'body'): number => {
    const section = document.sections[firstOf(document, matter)];
    const heading = section?.blocks.find((block): block is HeadingBlock => block.kind === 'heading');
    return (heading && places.get(anchor(heading.id))?.page) ?? 0;
  };
  return { front: of('front'), body: of('body') };
}

/** In: where headings lie. Out: sheet → what its page is called; the sheet's own number in what is no book. */
export function pageLabels(document: Document, places: Places): (sheet: number) => string {
  if (document.form !== 'book') return String;
  const { front, body } = starts(document, places);
  return (sheet) => {
    if (body > 0 && sheet >= body) return String(sheet - body + 1);
    return front > 0 && sheet >= front ? roman(sheet - front + 1) : '';
  };
}

export function finishBook(pdf: PDFDocument, document: Document, theme: Theme, places: Places): void {
  const { front, body } = starts(document, places);
  const ranges: [number, Record<string, string>][] = [
    [1, { P: 'C' }],
    ...(front > 1 ? [[front, { S: 'r' }] as [number, Record<string, string>]] : []),
    ...(body > 1 ? [[body, { S: 'D' }] as [number, Record<string, string>]] : []),
  ];
  const nums = ranges.flatMap(([sheet, { S, P }]) => [
    PDFNumber.of(sheet - 1),
    pdf.context.obj({
      ...(S ? { S: PDFName.of(S) } : { S: PDFName.of('D') }),
      ...(P ? { P: PDFString.of(P) } : {}),
    }),
  ]);
  pdf.catalog.set(PDFName.of('PageLabels'), pdf.context.obj({ Nums: nums }));
  // Books are read in spreads, the cover alone.
  pdf.catalog.set(PDFName.of('PageLayout'), PDFName.of('TwoPageRight'));
  if (theme.book && theme.book.slugMm > 0) for (const page of pdf.getPages()) cropMarks(page, theme);
}

type Page = ReturnType<PDFDocument['getPages']>[number];

/** TrimBox, BleedBox and eight marks that do not reach into the bleed. */
function cropMarks(page: Page, theme: Theme): void {
  const { slug, bleed } = sheetOf(theme);
  const [slugPt, bleedPt] = [slug * POINTS_PER_MM, bleed * POINTS_PER_MM];
  const { width, height } = page.getSize();
  page.setTrimBox(slugPt, slugPt, width - 2 * slugPt, height - 2 * slugPt);
  const edge = slugPt - bleedPt;
  page.setBleedBox(edge, edge, width - 2 * edge, height - 2 * edge);
  const length = edge - 6;
  const line = (x1: number, y1: number, x2: number, y2: number): void =>
    page.drawLine({ start: { x: x1, y: y1 }, end: { x: x2, y: y2 }, thickness: 0.25, color: rgb(0, 0, 0) });
  for (const x of [slugPt, width - slugPt]) {
    line(x, 3, x, 3 + length);
    line(x, height - 3, x, height - 3 - length);
  }
  for (const y of [slugPt, height - slugPt]) {
    line(3, y, 3 + length, y);
    line(width - 3, y, width - 3 - length, y);
  }
}
