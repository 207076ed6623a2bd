/** The structure tree as plain values: read from the printed file, put in order, written anew. */
import type { PDFHexString, PDFRef, PDFString } from '@cantoo/pdf-lib';

/** A piece of page content: marked content of a page. */
export interface Content {
  kind: 'content';
  /** Index of the page. */
  page: number;
  mcid: number;
}

/** A link's annotation, as the element's child. */
export interface Annotation {
  kind: 'annotation';
  page: number;
  ref: PDFRef;
}

export interface Element {
  kind: 'element';
  /** Structure type of ISO 32000-1, 14.8.4, without the slash. */
  type: string;
  alt: PDFHexString | PDFString | undefined;
  /** Of a table cell. */
  scope: 'Row' | 'Column' | undefined;
  colSpan: number;
  rowSpan: number;
  kids: Kid[];
}

export type Kid = Element | Content | Annotation;

export function element(type: string, kids: Kid[]): Element {
  return { kind: 'element', type, alt: undefined, scope: undefined, colSpan: 1, rowSpan: 1, kids };
}

export function isElement(kid: Kid): kid is Element {
  return kid.kind === 'element';
}

/** All content below, in order. */
export function contentsBelow(node: Element): Content[] {
  return node.kids.flatMap((kid) =>
    kid.kind === 'content' ? [kid] : kid.kind === 'element' ? contentsBelow(kid) : [],
  );
}
