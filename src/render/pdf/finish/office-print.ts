/**
 * The variant for the office's black-and-white printer, made of the finished print: nothing moves, so it says what the
 * ordinary file says. Both sides, in one go with other files, are what it is for.
 */
import { degrees, type PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { Theme } from '../../../model/document/theme.ts';
import { greyContent } from './grey-content.ts';
import { rewriteStreams } from './page-content.ts';

/** Colours become greys. */
export function forOfficePrinter(pdf: PDFDocument, { colours }: Theme): void {
  const inks = [colours.ink, colours.red, colours.rule];
  rewriteStreams(pdf, (operators) => greyContent(operators, inks));
  forBothSides(pdf);
}

/**
 * Landscape pages are turned so that every page of the file is upright on the sheet, their heads at
 * the binding side on odd pages and at the cut side on even ones (GB/T 9704-2012, 横排表格): a printer that turns them by
 * itself turns front and back against each other. A blank page makes the number of pages even, so that the next file
 * does not begin on this one's back.
 */
export function forBothSides(pdf: PDFDocument): void {
  for (const page of pdf.getPages()) {
    const { width, height } = page.getSize();
    if (width > height) page.setRotation(degrees(TURN));
  }
  const last = pdf.getPages().at(-1)?.getSize();
  if (!last || pdf.getPageCount() % 2 === 0) return;
  const blank = pdf.addPage([Math.min(last.width, last.height), Math.max(last.width, last.height)]);
  blank.node.set(PDFName.of('Tabs'), PDFName.of('S'));
}

/** Clockwise: the head comes to lie at the left of the sheet, the edge that is bound on odd pages and cut on even ones. */
const TURN = 270;
