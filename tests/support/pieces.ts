/** The texts of a document tree in reading order: what both formats must say. */
import type { Block, Document, TableCell } from '../../src/model/document/document.ts';
import { plainText } from '../../src/model/document/inline.ts';

/** Without white space, which layouts may add. */
export const squeeze = (text: string): string => text.replace(/\s+/gu, '');

/** One text for each paragraph, cell, caption and note. Charts' own labels are left out: Word keeps them in parts. */
const pieces = (blocks: readonly Block[]): string[] =>
  blocks
    .flatMap(texts)
    .map(squeeze)
    .filter((text) => text !== '');

const cells = (rows: TableCell[][]): string[] =>
  rows.flat().map((cell) => cell.content.map(plainText).join(''));

function texts(block: Block): string[] {
  switch (block.kind) {
    case 'title':
      return [...block.marks, ...block.lines, ...block.subtitle.map(plainText)];
    case 'heading':
    case 'paragraph':
      return [plainText(block.children)];
    case 'list':
      return block.items.map(plainText);
    case 'table':
      return [
        plainText(block.caption),
        block.unitNote,
        ...cells(block.head),
        ...cells(block.body),
        ...block.notes.map(plainText),
      ];
    case 'chart':
      return [plainText(block.caption), ...block.notes.map(plainText)];
    case 'keyFigures':
      return block.items.flatMap((i) => [plainText(i.label), plainText(i.value), plainText(i.detail)]);
    case 'callout':
      return [plainText(block.title), ...block.children.map((child) => plainText(child.children))];
    default:
      return [];
  }
}

/**
 * What of the document the text does not say, or not in its order; a chart may stand below the paragraphs that come after it,
 * where there is room for it.
 */
export function missing(document: Document, text: string): string[] {
  const blocks = document.sections.flatMap((section) => section.blocks);
  const [charts, others] = [true, false].map((is) => blocks.filter(({ kind }) => (kind === 'chart') === is));
  return [others, charts].flatMap((some) => missingInOrder(pieces(some ?? []), text));
}

/** The first pieces that do not follow the one before in the text; empty when all stand there in this order. */
function missingInOrder(wanted: readonly string[], text: string): string[] {
  let from = 0;
  const missing: string[] = [];
  for (const piece of wanted) {
    const at = text.indexOf(piece, from);
    if (at < 0) missing.push(piece);
    else from = at + piece.length;
  }
  return missing;
}
