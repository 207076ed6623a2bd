/** Logical structure of a printed file, from what the browser wrote to what PDF/UA-1 and PDF/A-2a ask for. */
import { type PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { dropRepeatedHeads, markPages, shownByContent, withoutDecoration } from './marks.ts';
import { readPages } from './page-content.ts';
import { readTree } from './read-tree.ts';
import { tidyTree } from './tidy.ts';
import { writeTree } from './write-tree.ts';

/**
 * Rewrites every page's marks and the structure tree. A file without a structure tree gets an empty one. Between pages
 * other jobs have their turn: the browser, which waits for an answer, has the next document to print.
 */
export async function restructure(pdf: PDFDocument): Promise<void> {
  const printed = readTree(pdf);
  const pages = await readPages(pdf);
  const shown = shownByContent(pages);
  const tree = tidyTree(withoutDecoration(printed.kids, shown));
  const repeated = dropRepeatedHeads(tree, shown);
  const boxes = await markPages(pdf, pages, tree, repeated);
  for (const ref of printed.objects) pdf.context.delete(ref);
  const root = pdf.catalog.get(PDFName.of('StructTreeRoot'));
  if (root && 'objectNumber' in root) pdf.context.delete(root as (typeof printed.objects)[number]);
  writeTree(pdf, tree, boxes);
}
