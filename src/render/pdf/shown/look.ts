/**
 * What a page of a finished PDF looks like, as a digest: equal where two pages print the same. Names of resources, numbers of
 * objects and marks for readers are left out of it, as they change with what stands on other pages.
 */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { digestOf } from '../../../base/digest.ts';
import { MARKS, type Operator, readOperators } from '../finish/operators.ts';
import { decoded } from '../finish/page-content.ts';

const name = PDFName.of;
/** Operators whose operand names a resource, and the class of resources (ISO 32000-1, 7.8.3). */
const NAMED: Partial<Record<string, string>> = {
  Tf: 'Font',
  Do: 'XObject',
  gs: 'ExtGState',
  sh: 'Shading',
  cs: 'ColorSpace',
  CS: 'ColorSpace',
  scn: 'Pattern',
  SCN: 'Pattern',
};
/** Entries that say where an object belongs and not what it shows. */
const ELSEWHERE = new Set([
  '/Parent',
  '/StructParent',
  '/StructParents',
  '/Length',
  '/Filter',
  '/Metadata',
  '/PieceInfo',
]);
const NAME = /^\/([^\s/<>[\]()]+)/;
const LAST_NAME = /\/([^\s/<>[\]()]+)\s+\w+$/;

/** What pages share is looked at once. Out: takes a page and what its stream paints. */
export function lookReader(pdf: PDFDocument): (page: PDFPage, operators: readonly Operator[]) => string {
  const known = new Map<PDFObject, string>();

  /** Of a font its name alone: its glyphs have the same numbers in every subset. */
  const fontLook = (font: PDFDict): string =>
    (font.lookup(name('BaseFont'))?.toString() ?? '').replace(/^\/(?:[A-Z]{6}\+)?/, '');

  const lookOf = (object: PDFObject | undefined): string => {
    if (object === undefined) return '';
    const before = known.get(object);
    if (before !== undefined) return before;
    // A circle ends here.
    if (object instanceof PDFRef) known.set(object, '');
    const look = lookAt(object);
    if (object instanceof PDFRef || object instanceof PDFRawStream) known.set(object, look);
    return look;
  };
  const lookAt = (object: PDFObject): string => {
    if (object instanceof PDFRef) return lookOf(pdf.context.lookup(object));
    if (object instanceof PDFArray) return `[${object.asArray().map(lookOf).join(' ')}]`;
    if (object instanceof PDFDict)
      return object.get(name('Type')) === name('Font') ? fontLook(object) : `<<${entriesOf(object)}>>`;
    if (object instanceof PDFRawStream) {
      const form = object.dict.get(name('Subtype')) === name('Form') || object.dict.has(name('PaintType'));
      const shown = form
        ? paintedBy(readOperators(decoded(object)), object.dict.lookupMaybe(name('Resources'), PDFDict))
        : digestOf(object.contents);
      return digest(`${entriesOf(object.dict)} ${shown}`);
    }
    return object.toString();
  };
  const entriesOf = (dict: PDFDict): string =>
    dict
      .entries()
      .map(([key, value]): [string, PDFObject] => [key.toString(), value])
      .filter(([key]) => !ELSEWHERE.has(key) && key !== '/Resources')
      .map(([key, value]) => `${key} ${lookOf(value)}`)
      .sort()
      .join(' ');
  const paintedBy = (operators: readonly Operator[], resources: PDFDict | undefined): string => {
    const lines: string[] = [];
    for (const { name: operator, text } of operators) {
      if (MARKS.has(operator)) continue;
      const kind = NAMED[operator];
      const named = kind && (LAST_NAME.exec(text) ?? NAME.exec(text))?.[1];
      const resource = kind && named && resources?.lookupMaybe(name(kind), PDFDict)?.get(name(named));
      lines.push(resource ? text.replace(`/${named}`, lookOf(resource)) : text);
    }
    return digest(lines.join('\n'));
  };
  return (page, operators) => {
    const { width, height } = page.getSize();
    const sheet = `${width} ${height} ${page.getRotation().angle}`;
    return digest(`${sheet} ${paintedBy(operators, page.node.Resources())}`);
  };
}

const digest = (text: string): string => digestOf(new TextEncoder().encode(text));
