/**
 * The text of a Word document, and where each part of it stands in the XML: paragraphs, tables, their rows and cells.
 * Read as somebody sees it who accepts all tracked changes; what a field shows (numbers of pages, contents) is no text.
 */
import type { XmlElement } from '../xml.ts';

/** A stretch of text, or a tab or line break. */
export interface Piece {
  text: string;
  /** The child of its run that it is. */
  child: XmlElement;
}

export interface Run {
  element: XmlElement;
  /** The list that it stands in. */
  siblings: XmlElement[];
  pieces: Piece[];
}

export interface Paragraph {
  kind: 'paragraph';
  element: XmlElement;
  siblings: XmlElement[];
  runs: Run[];
  text: string;
  style: string;
  /** Ends a section, holds a picture or chart: it can't go. */
  fixed: boolean;
}

export interface Row {
  element: XmlElement;
  siblings: XmlElement[];
  cells: Block[][];
  text: string;
}

export interface Table {
  kind: 'table';
  element: XmlElement;
  siblings: XmlElement[];
  rows: Row[];
  text: string;
}

export type Block = Paragraph | Table;

/** @param root w:document, or another part with paragraphs */
export function readBlocks(root: XmlElement): Block[] {
  const body = root.children.find(({ name }) => name === 'w:body') ?? root;
  return blocksIn(body.children, { depth: 0 });
}

/** All paragraphs, those of cells too. */
export const paragraphsOf = (blocks: readonly Block[]): Paragraph[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block] : block.rows.flatMap((row) => row.cells.flatMap(paragraphsOf)),
  );

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

/** How many fields are open: one may go on for paragraphs. */
interface Fields {
  depth: number;
}

const GROUPS = new Set(['w:sdt', 'w:sdtContent', 'w:ins', 'w:moveTo', 'w:customXml', 'w:smartTag']);
const INLINE_GROUPS = new Set([...GROUPS, 'w:hyperlink', 'w:dir', 'w:bdo']);
/** What stands for something to be seen that is no text. */
const OBJECTS = new Set(['w:drawing', 'w:pict', 'w:object', 'mc:AlternateContent']);

function blocksIn(siblings: XmlElement[], fields: Fields): Block[] {
  return siblings.flatMap((element): Block[] => {
    if (element.name === 'w:p') return paragraphAt(element, siblings, fields);
    if (element.name === 'w:tbl') return [tableAt(element, siblings, fields)];
    return GROUPS.has(element.name) ? blocksIn(element.children, fields) : [];
  });
}

function paragraphAt(element: XmlElement, siblings: XmlElement[], fields: Fields): Block[] {
  const within = fields.depth > 0;
  const runs = runsIn(element.children, fields);
  if (within || fields.depth > 0) return [];
  const properties = childOf(element, 'w:pPr');
  const text = runs.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('');
  if (text === '' && childOf(childOf(properties, 'w:rPr'), 'w:del')) return [];
  const fixed =
    childOf(properties, 'w:sectPr') !== undefined ||
    runs.some((run) => run.element.children.some(({ name }) => OBJECTS.has(name)));
  const style = childOf(properties, 'w:pStyle')?.attributes['w:val'] ?? '';
  return [{ kind: 'paragraph', element, siblings, runs, text, style, fixed }];
}

function runsIn(siblings: XmlElement[], fields: Fields): Run[] {
  return siblings.flatMap((element): Run[] => {
    if (element.name === 'w:r') return [{ element, siblings, pieces: piecesIn(element, fields) }];
    return INLINE_GROUPS.has(element.name) ? runsIn(element.children, fields) : [];
  });
}

function piecesIn(run: XmlElement, fields: Fields): Piece[] {
  const pieces: Piece[] = [];
  for (const child of run.children) {
    if (child.name === 'w:fldChar') {
      const type = child.attributes['w:fldCharType'];
      if (type === 'begin') fields.depth += 1;
      else if (type === 'end') fields.depth = Math.max(0, fields.depth - 1);
    }
    const text = fields.depth > 0 ? '' : shownBy(child);
    if (text !== '') pieces.push({ text, child });
  }
  return pieces;
}

function shownBy({ name, text, attributes }: XmlElement): string {
  if (name === 'w:t') return text;
  if (name === 'w:tab') return '\t';
  if (name === 'w:noBreakHyphen') return '-';
  return name === 'w:cr' || (name === 'w:br' && attributes['w:type'] === undefined) ? '\n' : '';
}

function tableAt(element: XmlElement, siblings: XmlElement[], fields: Fields): Table {
  const rows = rowsIn(element.children, fields);
  return { kind: 'table', element, siblings, rows, text: rows.map((row) => row.text).join('\n') };
}

function rowsIn(siblings: XmlElement[], fields: Fields): Row[] {
  return siblings.flatMap((element): Row[] => {
    if (GROUPS.has(element.name)) return rowsIn(element.children, fields);
    if (element.name !== 'w:tr') return [];
    const cells = cellsIn(element.children, fields);
    if (childOf(childOf(element, 'w:trPr'), 'w:del')) return [];
    return [{ element, siblings, cells, text: cells.map(textOf).join('\t') }];
  });
}

function cellsIn(siblings: XmlElement[], fields: Fields): Block[][] {
  return siblings.flatMap((element): Block[][] => {
    if (GROUPS.has(element.name)) return cellsIn(element.children, fields);
    return element.name === 'w:tc' ? [blocksIn(element.children, fields)] : [];
  });
}

export const textOf = (blocks: readonly Block[]): string => blocks.map(({ text }) => text).join('\n');
