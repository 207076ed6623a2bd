/** The words of a finished PDF in reading order, passage by passage, as its structure tree tells them. */
import type { PDFDocument } from '@cantoo/pdf-lib';
import { digestOf } from '../../../base/digest.ts';
import type { Cell, Passage, ShownPage } from '../../../model/archive/shown.ts';
import { contentsBelow, type Element, isElement } from '../finish/element.ts';
import { readTree } from '../finish/read-tree.ts';
import { headsOf } from './heads.ts';
import type { PageContent } from './marked-content.ts';
import { pageNames } from './page-names.ts';

/** Elements that are told as one text, whatever stands in them. */
const TEXTS = new Set('P H1 H2 H3 H4 H5 H6 H Caption LBody Lbl Note TOCI'.split(' '));

/** Heads that a table repeats overleaf, and page numbers, are no content. */
export function wordsOf(
  pdf: PDFDocument,
  pages: readonly PageContent[],
): { pages: Omit<ShownPage, 'look'>[]; passages: Passage[] } {
  const textOf = (node: Element): string =>
    contentsBelow(node)
      .map(({ page, mcid }) => pages[page]?.marked.get(mcid) ?? '')
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
  /** From 1; 0 for what is empty. */
  const sheetOf = (node: Element): number => (contentsBelow(node)[0]?.page ?? -1) + 1;
  const passages: Passage[] = [];
  /** Which cells of rows have text, by sheets: a tick that has gone over to the next column is the same word. */
  const filled = new Map<number, string>();
  const add = (kind: Passage['kind'], name: string, cells: Cell[]): void => {
    if (cells.some(({ text }) => text !== '')) passages.push({ kind, name, cells });
  };
  const addTable = (table: Element): void => {
    for (const { cells, inHead } of headsOf(table, textOf)) {
      const sheet = cells.map(({ node }) => sheetOf(node)).find((found) => found > 0) ?? 0;
      const told = cells.map(({ node, head }) => ({
        text: textOf(node),
        sheet: sheetOf(node) || sheet,
        ...(head !== '' && !inHead && { head }),
      }));
      const which = told.map(({ text }) => (text === '' ? '-' : '+')).join('');
      filled.set(sheet, `${filled.get(sheet) ?? ''}${which}\n`);
      add('row', told.find(({ text }) => /\p{L}/u.test(text))?.text ?? '', told);
    }
  };
  const visit = (node: Element): void => {
    if (node.type === 'Table') addTable(node);
    else if (node.type === 'Figure') add('figure', '', [{ text: textOf(node), sheet: sheetOf(node) }]);
    else if (TEXTS.has(node.type)) add('text', '', [{ text: textOf(node), sheet: sheetOf(node) }]);
    else for (const kid of node.kids.filter(isElement)) visit(kid);
  };
  for (const kid of readTree(pdf).kids.filter(isElement)) visit(kid);
  nameFigures(passages);
  const names = pageNames(pages.map(({ number }) => number));
  return {
    passages,
    pages: pages.map((page, i) => ({
      number: page.number,
      name: names[i] ?? '',
      says: saysOf(page, filled.get(i + 1)),
    })),
  };
}

/** By the caption that stands below it, or at least near. */
function nameFigures(passages: Passage[]): void {
  const captionAt = (i: number): string => {
    const { kind, cells } = passages[i] ?? { kind: 'figure', cells: [] };
    const text = cells[0]?.text ?? '';
    return kind === 'text' && CAPTION.test(text) ? text : '';
  };
  for (const [i, passage] of passages.entries())
    if (passage.kind === 'figure')
      passage.name = NEAR.map((steps) => captionAt(i + steps)).find((text) => text !== '') ?? '';
}
const CAPTION = /^图\s*\d/;
const NEAR = [1, 2, 3, -1, -2];

const saysOf = ({ heads, marked, drawn }: PageContent, filled = ''): string =>
  digestOf(new TextEncoder().encode([heads, filled, ...marked.values(), ...drawn].join('\n')));
