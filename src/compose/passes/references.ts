/** Fills 图3 / 表1 into references; a target that does not exist, or exists twice, is an error. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import * as messages from '../../base/messages/compose.ts';
import { nearest } from '../../base/nearest.ts';
import type { Origin } from '../../base/origin.ts';
import type { Block, TableCell } from '../../model/document/document.ts';
import type { Inline, ReferenceInline } from '../../model/document/inline.ts';

export function resolveReferences(
  blocks: Block[],
  places: ReadonlyMap<ReferenceInline, Origin>,
  absent: ReadonlyMap<string, string>,
  document: Origin,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const numbers = new Map<string, string>(absent);
  for (const block of blocks) {
    if ((block.kind !== 'table' && block.kind !== 'chart') || block.id === '') continue;
    if (numbers.has(block.id) && !absent.has(block.id))
      diagnostics.push(messages.duplicateId(document, block.id));
    numbers.set(block.id, block.number);
  }
  for (const node of blocks.flatMap(blockInlines).flatMap(deepReferences)) {
    const number = numbers.get(node.target);
    if (number) node.text = number;
    else {
      const at = places.get(node) ?? document;
      diagnostics.push(
        messages.danglingReference(at, node.target, nearest(node.target, [...numbers.keys()])),
      );
    }
  }
  return diagnostics;
}

function deepReferences(node: Inline): ReferenceInline[] {
  if (node.kind === 'reference') return [node];
  return node.kind === 'strong' || node.kind === 'emphasis' ? node.children.flatMap(deepReferences) : [];
}

const cellInlines = (rows: TableCell[][]): Inline[] => rows.flat().flatMap((cell) => cell.content.flat());

/** All inline nodes of a block, in reading order. */
export function blockInlines(block: Block): Inline[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'addressee':
      return block.children;
    case 'list':
      return block.items.flat();
    case 'table':
      return [
        ...block.caption,
        ...cellInlines(block.head),
        ...cellInlines(block.body),
        ...block.notes.flat(),
      ];
    case 'chart':
      return [...block.caption, ...block.notes.flat()];
    case 'title':
      return block.subtitle.flat();
    case 'keyFigures':
      return block.items.flatMap((item) => [...item.label, ...item.value, ...item.detail]);
    case 'opening':
      return [
        ...block.summary.flat(),
        ...block.items.flatMap((item) => [...item.label, ...item.value, ...item.detail]),
      ];
    case 'callout':
      return [...block.title, ...block.children.flatMap(blockInlines)];
    case 'attendance':
      return block.people;
    case 'statusGrid':
      return block.rows.flatMap((row) => row.label);
    case 'contents':
    case 'pageBreak':
    case 'letterhead':
    case 'signature':
    case 'annexList':
    case 'imprint':
    case 'cover':
    case 'divider':
    case 'nameCard':
    case 'seatingPlan':
    case 'bookCover':
    case 'colophon':
      return [];
  }
}
