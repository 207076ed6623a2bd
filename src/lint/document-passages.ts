/** A composed document → its passages and blocks, each placed by the nearest heading and some words around it. */
import type { Origin } from '../base/origin.ts';
import type { Block, Document, TableCell } from '../model/document/document.ts';
import { type Inline, plainText } from '../model/document/inline.ts';
import type { Passage, PlacedBlock, PlacedFigure, Role } from './passage.ts';

/** Characters shown before and after what was found. */
const AROUND = 8;

interface Piece {
  role: Role;
  content: string | Inline[];
  level?: number;
  number?: string;
}

/** Out: the passages to be read by the rules of wording, and the blocks for those that look at tables, charts and headings. */
export function documentPassages(document: Document): { passages: Passage[]; blocks: PlacedBlock[] } {
  const passages: Passage[] = [];
  const blocks: PlacedBlock[] = [];
  let heading = '开头';
  for (const block of document.sections.flatMap((section) => section.blocks)) {
    if (block.kind === 'heading') heading = `${block.number}${plainText(block.children)}`;
    const numbered = block.kind === 'table' || block.kind === 'chart' ? block.number : '';
    const place = numbered ? `${heading} · ${numbered}` : heading;
    blocks.push({ block, at: { file: document.name, part: place } });
    for (const piece of pieces(block)) passages.push(passage(piece, document.name, place));
  }
  return { passages, blocks };
}

function passage({ role, content, level = 0, number = '' }: Piece, file: string, place: string): Passage {
  const text = typeof content === 'string' ? content : plainText(content);
  const first = typeof content === 'string' ? undefined : content[0];
  return {
    role,
    text,
    level,
    number,
    bold: first?.kind === 'strong' ? plainText([first]).length : 0,
    figures: typeof content === 'string' ? [] : figuresOf(content),
    at(start, end): Origin {
      const from = Math.max(0, start - AROUND);
      const to = Math.min(text.length, end + AROUND);
      const words = text.slice(from, Math.min(to, from + 60)).replaceAll('\n', ' ');
      return { file, part: `${place} “${from > 0 ? '…' : ''}${words}${to < text.length ? '…' : ''}”` };
    },
  };
}

function figuresOf(nodes: readonly Inline[], offset = 0): PlacedFigure[] {
  const found: PlacedFigure[] = [];
  let start = offset;
  for (const node of nodes) {
    const end = start + plainText([node]).length;
    if (node.kind === 'figure') found.push({ start, end, inline: node });
    if (node.kind === 'strong' || node.kind === 'emphasis') found.push(...figuresOf(node.children, start));
    start = end;
  }
  return found;
}

const cells = (rows: TableCell[][]): Piece[] =>
  rows.flat().flatMap((cell) => cell.content.map((content) => ({ role: 'cell', content }) as const));
const labels = (lines: (string | Inline[])[]): Piece[] =>
  lines.map((content) => ({ role: 'label', content }) as const);

/** Everything a block says, in reading order. A new kind of block has to say here what its texts are. */
function pieces(block: Block): Piece[] {
  switch (block.kind) {
    case 'heading':
      // Heads of a sheet carry numbers of tracks, not of levels.
      return block.look === 'sheet'
        ? labels([block.children])
        : [{ role: 'heading', content: block.children, level: block.level, number: block.number }];
    case 'paragraph':
      return [{ role: block.style === 'body' ? 'body' : 'label', content: block.children }];
    case 'list':
      return labels(block.items);
    case 'table':
      return [
        { role: 'caption', content: block.caption },
        { role: 'label', content: block.unitNote },
        ...cells(block.head),
        ...cells(block.body),
        ...labels(block.notes),
      ];
    case 'chart':
      return [{ role: 'caption', content: block.caption }, ...labels(block.notes), ...labels([block.alt])];
    case 'annexList':
      return labels(block.items);
    case 'imprint':
      return labels([block.recipients ?? '', block.copies, block.issuer, block.date]);
    case 'attendance':
      return labels([block.label, block.people]);
    case 'statusGrid':
      return labels(block.rows.flatMap((row) => [row.label, ...row.cells.map((cell) => cell.text)]));
    case 'cover':
      return labels([...block.marks, ...block.lines, ...block.subtitle, block.issuer, block.date]);
    case 'divider':
      return labels([block.mark, block.title]);
    case 'nameCard':
      return labels([block.name]);
    case 'seatingPlan':
      return labels([...block.head, ...block.rows.flat().flatMap((name) => name ?? [])]);
    case 'title':
      return [
        { role: 'title', content: block.lines.join('') },
        ...labels([...block.subtitle, ...block.marks]),
      ];
    case 'keyFigures':
      return block.items.flatMap((item) => labels([item.label, item.value, item.detail]));
    case 'opening':
      return labels([
        ...block.summary,
        ...block.items.flatMap((item) => [item.label, item.value, item.detail]),
      ]);
    case 'bookCover':
      return labels([block.year, ...block.lines, block.subtitle, block.issuer, block.date]);
    case 'colophon':
      return labels([
        block.title,
        ...block.rows.flatMap(({ label, text }) => [label, text]),
        block.statement,
      ]);
    case 'callout':
      return [...labels([block.title]), ...block.children.flatMap(pieces)];
    case 'contents':
      return labels([block.title]);
    case 'letterhead':
      return [
        { role: 'signature', content: block.mark },
        { role: 'documentNumber', content: block.number },
      ];
    case 'addressee':
      return [{ role: 'addressee', content: block.children }];
    case 'signature':
      return [
        { role: 'signature', content: block.issuer },
        { role: 'signatureDate', content: block.date },
      ];
    case 'pageBreak':
      return [];
  }
}
