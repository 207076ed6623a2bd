/** Reads the structure tree that the browser wrote. */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { type Element, element, type Kid } from './element.ts';

const name = PDFName.of;
/** Asked of each of a volume's 100,000 objects. */
const TYPE = name('Type');
const PAGE = name('Pg');
const KIDS = name('K');
const STRUCTURE = name('S');
const ALT = name('Alt');
const ATTRIBUTES = name('A');
const MCR = name('MCR');
const OBJR = name('OBJR');

/** Out: the elements below the root, and the objects that they were written in, which a new tree makes useless. */
export function readTree(pdf: PDFDocument): { kids: Kid[]; objects: PDFRef[] } {
  const root = pdf.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict);
  if (!root) return { kids: [], objects: [] };
  const objects: PDFRef[] = [];
  const pages = new Map<PDFObject | undefined, number>(pdf.getPages().map(({ ref }, index) => [ref, index]));
  const pageOf = (dict: PDFDict): number | undefined => pages.get(dict.get(PAGE));
  const lookup = (object: PDFObject | undefined): PDFObject | undefined => {
    if (!(object instanceof PDFRef)) return object;
    const found = pdf.context.lookup(object);
    if (found instanceof PDFDict || found instanceof PDFArray) objects.push(object);
    return found;
  };
  const kidsOf = (dict: PDFDict, page: number | undefined): Kid[] => {
    const kids = lookup(dict.get(KIDS));
    const list = kids instanceof PDFArray ? kids.asArray() : kids ? [kids] : [];
    return list.flatMap((kid) => read(lookup(kid), page));
  };
  const read = (object: PDFObject | undefined, above: number | undefined): Kid[] => {
    if (object instanceof PDFNumber)
      return above === undefined ? [] : [{ kind: 'content', page: above, mcid: object.asNumber() }];
    if (!(object instanceof PDFDict)) return [];
    const page = pageOf(object) ?? above;
    switch (object.lookup(TYPE)) {
      case MCR: {
        const mcid = object.lookup(name('MCID'), PDFNumber).asNumber();
        return page === undefined ? [] : [{ kind: 'content', page, mcid }];
      }
      case OBJR: {
        const ref = object.get(name('Obj'));
        return ref instanceof PDFRef && page !== undefined ? [{ kind: 'annotation', page, ref }] : [];
      }
      default:
        return [readElement(object, kidsOf(object, page))];
    }
  };
  return { kids: kidsOf(root, undefined), objects };
}

function readElement(dict: PDFDict, kids: Kid[]): Element {
  const read = element(dict.lookup(STRUCTURE, PDFName).decodeText(), kids);
  const alt = dict.lookup(ALT);
  if (alt instanceof PDFHexString || alt instanceof PDFString) read.alt = alt;
  for (const attributes of attributeDicts(dict)) {
    const scope = attributes.lookupMaybe(name('Scope'), PDFName)?.decodeText();
    if (scope === 'Row' || scope === 'Column') read.scope = scope;
    read.colSpan = attributes.lookupMaybe(name('ColSpan'), PDFNumber)?.asNumber() ?? read.colSpan;
    read.rowSpan = attributes.lookupMaybe(name('RowSpan'), PDFNumber)?.asNumber() ?? read.rowSpan;
  }
  return read;
}

function attributeDicts(dict: PDFDict): PDFDict[] {
  const value = dict.lookup(ATTRIBUTES);
  if (value instanceof PDFDict) return [value];
  if (!(value instanceof PDFArray)) return [];
  return value.asArray().flatMap((_, i) => {
    const entry = value.lookup(i);
    return entry instanceof PDFDict ? [entry] : [];
  });
}
