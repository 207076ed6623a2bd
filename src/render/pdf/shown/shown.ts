/** A finished PDF, read again for being held against another edition of the same paper. */
import type { PDFDocument } from '@cantoo/pdf-lib';
import type { Shown } from '../../../model/archive/shown.ts';
import { openPdf } from '../destinations.ts';
import { looksOf } from './look.ts';
import { wordsOf } from './words.ts';

/** undefined when the file can't be opened. */
export async function readShown(bytes: Uint8Array): Promise<Shown | undefined> {
  let pdf: PDFDocument;
  try {
    pdf = await openPdf(bytes);
    // Half a file opens, and has no pages.
    pdf.getPages();
  } catch {
    return undefined;
  }
  const looks = looksOf(pdf);
  const { pages, passages } = wordsOf(pdf);
  return { pages: pages.map((page, i) => ({ ...page, look: looks[i] ?? '' })), passages };
}
