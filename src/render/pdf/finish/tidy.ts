/**
 * Puts the browser's structure tree in order, for ISO 14289-1 (PDF/UA-1) 7.2–7.5 and ISO 19005-2 6.7.3: standard types
 * only, groups without meaning dissolved, figures one element each, lists and contents as the standard builds them,
 * table heads and bodies apart.
 */
import { type Element, element, isElement, type Kid } from './element.ts';

/** ISO 32000-1, 14.8.4, without NonStruct and Private. */
const STANDARD = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD ' +
    'THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
);
/** Names of HTML and PDF 2.0 → the nearest of PDF 1.7. */
const NEAREST: Partial<Record<string, string>> = {
  Strong: 'Span',
  Em: 'Span',
  Sub: 'Span',
  Title: 'P',
  Aside: 'Div',
  FENote: 'Note',
};
const INLINE = new Set(
  'Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Formula Form Lbl'.split(' '),
);
/** A cell keeps its place, a row the spans that reach into it. */
const MAY_BE_EMPTY = new Set(['TD', 'TH', 'TR']);

/** In: what stands below the root. Out: one Document. */
export function tidyTree(kids: readonly Kid[]): Element {
  const inner = kids.flatMap((kid) => (isElement(kid) && kid.type === 'Document' ? kid.kids : [kid]));
  const document = element('Document', blocks(inner.flatMap(tidy)));
  levelHeadings(document);
  return document;
}

/** Levels as deep as the headings lie, none left out (PDF/UA-1, 7.4.2), though a text may go from 一、 to 1. */
function levelHeadings(document: Element): void {
  const above: number[] = [];
  const visit = (node: Element): void => {
    const level = Number(/^H([1-6])$/.exec(node.type)?.[1] ?? 0);
    if (level > 0) {
      while ((above.at(-1) ?? 0) >= level) above.pop();
      above.push(level);
      node.type = `H${above.length}`;
    }
    for (const kid of node.kids.filter(isElement)) visit(kid);
  };
  visit(document);
}

function tidy(kid: Kid): Kid[] {
  if (!isElement(kid)) return [kid];
  if (kid.type === 'Figure') return figure(kid);
  const kids = kid.kids.flatMap(tidy);
  if (kids.length === 0 && !MAY_BE_EMPTY.has(kid.type)) return [];
  if (kid.type === 'NonStruct' || kid.type === 'Private') return kids;
  const type = STANDARD.has(kid.type)
    ? kid.type
    : (NEAREST[kid.type] ?? (kids.every(inline) ? 'Span' : 'Div'));
  const tidied = { ...kid, type, kids };
  if (type === 'L') return [list(tidied)];
  if (type === 'Table') return [table(tidied)];
  if (type === 'Div') return [{ ...tidied, kids: blocks(kids) }];
  return [tidied];
}

const inline = (kid: Kid): boolean => !isElement(kid) || INLINE.has(kid.type);

/** Loose text between blocks becomes a paragraph. */
function blocks(kids: readonly Kid[]): Kid[] {
  const out: Kid[] = [];
  let loose: Element | undefined;
  for (const kid of kids) {
    if (inline(kid)) {
      if (!loose) {
        loose = element('P', []);
        out.push(loose);
      }
      loose.kids.push(kid);
    } else {
      loose = undefined;
      out.push(kid);
    }
  }
  return out;
}

/**
 * Three elements stand for one drawing: `<figure>`, the described box, the drawing. The described one stays and takes
 * the content; the outer one groups it with its caption.
 */
function figure(node: Element): Kid[] {
  if (node.alt) {
    const kids = node.kids.flatMap(dissolve);
    return kids.length > 0 ? [{ ...node, kids }] : [];
  }
  const kids = node.kids.flatMap(tidy);
  return kids.length === 0 ? [] : kids.every(inline) ? kids : [element('Div', blocks(kids))];
}

const dissolve = (kid: Kid): Kid[] => (isElement(kid) ? kid.kids.flatMap(dissolve) : [kid]);

/** Items hold label and body only; a list of nothing but links is a table of contents. */
function list(node: Element): Element {
  const items = node.kids.map((item) =>
    isElement(item) && item.type === 'LI' ? item : element('LI', [item]),
  );
  const links = items.map((item) => (item.kids.length === 1 ? item.kids[0] : undefined));
  if (links.every((kid) => kid && isElement(kid) && kid.type === 'Link'))
    return element(
      'TOC',
      items.map((item) => element('TOCI', [element('Reference', item.kids)])),
    );
  const built = items.map((item) => {
    const whole = item.kids.every((kid) => isElement(kid) && (kid.type === 'Lbl' || kid.type === 'LBody'));
    return whole ? item : { ...item, kids: [element('LBody', item.kids)] };
  });
  return { ...node, kids: built };
}

/** The leading rows of header cells alone are the head; every header cell says what it heads. */
function table(node: Element): Element {
  const rows = node.kids
    .flatMap((kid) => (isElement(kid) && /^T(?:Head|Body|Foot)$/.test(kid.type) ? kid.kids : [kid]))
    .filter((kid): kid is Element => isElement(kid) && kid.type === 'TR');
  const cells = rows.flatMap((row) => row.kids.filter(isElement));
  if (cells.every((cell) => cell.type === 'TD')) return cellList(cells);
  const captions = node.kids.filter((kid) => isElement(kid) && kid.type === 'Caption');
  const first = rows.findIndex((row) => !isHeadRow(row));
  // A head needs a body (7.2): rows of header cells alone are one.
  const head = rows.slice(0, Math.max(first, 0));
  for (const [index, row] of rows.entries()) {
    for (const cell of row.kids) {
      if (isElement(cell) && cell.type === 'TH') cell.scope ??= index < head.length ? 'Column' : 'Row';
    }
  }
  const body = element('TBody', rows.slice(head.length));
  const parts = head.length > 0 ? [element('THead', head), body] : [body];
  return { ...node, kids: [...captions, ...parts] };
}

/** A grid without any header is no table: its cells one after another. */
function cellList(cells: readonly Element[]): Element {
  const filled = cells.filter((cell) => cell.kids.length > 0);
  return element(
    'L',
    filled.map((cell) => element('LI', [element('LBody', cell.kids)])),
  );
}

function isHeadRow(row: Element): boolean {
  return row.kids.length > 0 && row.kids.every((cell) => isElement(cell) && cell.type === 'TH');
}
