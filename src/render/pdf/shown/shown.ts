/** A finished PDF, read again for being held against another edition of the same paper. */
import type { PDFDocument } from '@cantoo/pdf-lib';
import type { Shown } from '../../../model/archive/shown.ts';
import { openPdf } from '../destinations.ts';
import { readOperators } from '../finish/operators.ts';
import { pageStream } from '../finish/page-content.ts';
import { lookReader } from './look.ts';
import { contentReader } from './marked-content.ts';
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
  const [lookOf, contentOf] = [lookReader(pdf), contentReader()];
  // Page by page: the operators of a volume are many.
  const seen = pdf.getPages().map((page) => {
    const operators = readOperators(pageStream(pdf, page));
    return { look: lookOf(page, operators), content: contentOf(page, operators) };
  });
  const { pages, passages } = wordsOf(
    pdf,
    seen.map(({ content }) => content),
  );
  return { pages: pages.map((page, i) => ({ ...page, look: seen[i]?.look ?? '' })), passages };
}
