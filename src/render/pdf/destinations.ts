/** What a printed PDF says of itself: on which page each named place and each bookmark lies. */
import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
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
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
}

export interface Destination {
  /** Sheet of the file, from 1. */
  page: number;
  /** Upper edge of the element, in points from the foot of the sheet. */
  y: number;
}

/** Name of the place (an element's id) → where it lies, for every element that a link points to. */
export function destinations(pdf: PDFDocument): Map<string, Destination> {
  const pages = pageNumbers(pdf);
  const dests = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const found = new Map<string, Destination>();
  for (const [name, target] of dests?.entries() ?? []) {
    const page = pageOf(pdf, target, pages);
    if (page !== undefined) found.set(name.decodeText(), { page, y: heightOf(pdf, target) });
  }
  return found;
}

/** The file no longer names these places, which no visible link points at. */
export function forgetDestinations(pdf: PDFDocument, names: readonly string[]): void {
  const dests = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  for (const name of names) dests?.delete(PDFName.of(name));
}

/** In: [page /XYZ x y zoom] or a reference to it. */
function heightOf(pdf: PDFDocument, target: PDFObject): number {
  const array = target instanceof PDFRef ? pdf.context.lookup(target) : target;
  const y = array instanceof PDFArray ? array.lookup(3) : undefined;
  return y instanceof PDFNumber ? y.asNumber() : 0;
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
