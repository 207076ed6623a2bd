/** The leaves of a printed paper that have to be printed anew: a sheet of paper has two pages, and is changed as a whole. */
import { Duplex, PDFDocument, PDFName, PrintScaling } from '@cantoo/pdf-lib';
import { openPdf } from './destinations.ts';
import { forBothSides } from './finish/office-print.ts';

/**
 * @param sheets pages of the file, from 1
 * Out: for the printer alone, both sides unless the paper has one; `leaves`: how many sheets of paper that takes.
 */
export async function leavesOf(
  bytes: Uint8Array,
  sheets: readonly number[],
): Promise<{ bytes: Uint8Array; leaves: number }> {
  const whole = await openPdf(bytes);
  const oneSided = whole.catalog.getViewerPreferences()?.getDuplex() === Duplex.Simplex;
  const wanted = new Set(oneSided ? sheets : sheets.flatMap(bothSides));
  const pages = whole.getPageIndices().filter((index) => wanted.has(index + 1));
  const pdf = await PDFDocument.create({ updateMetadata: false });
  for (const page of await pdf.copyPages(whole, pages)) {
    // What is read aloud of them is not copied.
    page.node.delete(PDFName.of('StructParents'));
    page.node.delete(PDFName.of('Annots'));
    pdf.addPage(page);
  }
  if (!oneSided) forBothSides(pdf);
  const preferences = pdf.catalog.getOrCreateViewerPreferences();
  preferences.setPrintScaling(PrintScaling.None);
  preferences.setDuplex(oneSided ? Duplex.Simplex : Duplex.DuplexFlipLongEdge);
  const leaves = oneSided ? pages.length : pdf.getPageCount() / 2;
  return { bytes: await pdf.save({ useObjectStreams: true, addDefaultPage: false }), leaves };
}

/** Pages 1 and 2 lie on the first leaf. */
const bothSides = (sheet: number): number[] => (sheet % 2 === 1 ? [sheet, sheet + 1] : [sheet - 1, sheet]);
