/** What a printed PDF says of itself: on which page each named place and each bookmark lies. */
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

export interface Bookmark {
  title: string;
  /** 1 for the outermost. */
  level: number;
  /** Sheet of the file, from 1. */
  page: number;
}

/** Loads without stamping the time. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false });
}

/** Name of the place (an element's id) → page from 1, for every element that a link points to. */
export function namedDestinations(pdf: PDFDocument): Map<string, number> {
  const pages = pageNumbers(pdf);
  const dests = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const found = new Map<string, number>();
  for (const [name, target] of dests?.entries() ?? []) {
    const page = pageOf(pdf, target, pages);
    if (page !== undefined) found.set(name.decodeText(), page);
  }
  return found;
}

/** The outline as a list, in order. */
export function bookmarks(pdf: PDFDocument): Bookmark[] {
  const pages = pageNumbers(pdf);
  const found: Bookmark[] = [];
  const walk = (parent: PDFDict, level: number): void => {
    let item = parent.lookupMaybe(PDFName.of('First'), PDFDict);
    while (item) {
      const title = item.lookup(PDFName.of('Title'));
      const text = title instanceof PDFHexString || title instanceof PDFString ? title.decodeText() : '';
      const page = pageOf(pdf, item.get(PDFName.of('Dest')), pages);
      found.push({ title: text, level, page: page ?? 0 });
      walk(item, level + 1);
      item = item.lookupMaybe(PDFName.of('Next'), PDFDict);
    }
  };
  const outlines = pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict);
  if (outlines) walk(outlines, 1);
  return found;
}

function pageNumbers(pdf: PDFDocument): Map<string, number> {
  return new Map(pdf.getPages().map((page, index) => [page.ref.toString(), index + 1]));
}

/** In: a destination: [page /XYZ …] or a name or reference that leads to one. */
function pageOf(
  pdf: PDFDocument,
  target: PDFObject | undefined,
  pages: ReadonlyMap<string, number>,
): number | undefined {
  const array = target instanceof PDFRef ? pdf.context.lookup(target) : target;
  if (!(array instanceof PDFArray)) return undefined;
  const page = array.get(0);
  return page instanceof PDFRef ? pages.get(page.toString()) : undefined;
}
