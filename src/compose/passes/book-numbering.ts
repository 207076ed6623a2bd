/**
 * Numbers of a book: 第一章, then 一、 → （一） → 1. within it; 附录一 likewise; tables and charts by chapter, 图3-2, 表3-1,
 * 附表1-1. The front matter has no numbers. Every heading gets an id.
 */
import { toChineseNumeral } from '../../base/chinese/numerals.ts';
import type { Block, HeadingBlock } from '../../model/document/document.ts';
import type { PART_ROLES } from '../../model/document/template.ts';
import { collectNotes } from './chapter-notes.ts';

interface BookPart {
  part: { role: (typeof PART_ROLES)[number] };
  blocks: Block[];
}

interface Counters {
  chapter: number;
  appendix: number;
  id: number;
  /** Within the chapter: headings of levels 2…4, tables, charts. */
  levels: [number, number, number];
  table: number;
  chart: number;
}

/** Changes the blocks. Parts of the role `text` go on with the chapter before them. */
export function numberBook(parts: readonly BookPart[]): void {
  const counters: Counters = { chapter: 0, appendix: 0, id: 0, levels: [0, 0, 0], table: 0, chart: 0 };
  let kind: 'front' | 'chapter' | 'appendix' = 'front';
  let chapter: BookPart[] = [];
  for (const one of parts) {
    const { part, blocks } = one;
    if (part.role !== 'text') {
      collectNotes(chapter);
      chapter = [];
      kind = part.role;
      if (kind !== 'front') counters[kind] += 1;
      Object.assign(counters, { levels: [0, 0, 0], table: 0, chart: 0 });
    }
    const label = kind === 'front' ? null : { kind, n: counters[kind] };
    for (const block of blocks) numberBlock(block, label, counters);
    chapter.push(one);
  }
  collectNotes(chapter);
}

type Label = { kind: 'chapter' | 'appendix'; n: number } | null;

function numberBlock(block: Block, label: Label, counters: Counters): void {
  if (block.kind === 'heading') {
    counters.id += 1;
    block.id = `h${counters.id}`;
    numberHeading(block, label, counters);
  } else if (block.kind === 'opening') block.chapter = `h${counters.id}`;
  else if (label && block.kind === 'table' && block.caption.length > 0) {
    counters.table += 1;
    block.number = `${prefix(label, '表')}${counters.table}`;
  } else if (label && block.kind === 'chart') {
    counters.chart += 1;
    block.number = `${prefix(label, '图')}${counters.chart}`;
  }
}

const prefix = ({ kind, n }: NonNullable<Label>, name: '图' | '表'): string =>
  `${kind === 'appendix' ? '附' : ''}${name}${n}-`;

function numberHeading(block: HeadingBlock, label: Label, { levels }: Counters): void {
  if (block.level === 1) {
    block.look = label?.kind === 'chapter' ? 'chapter' : 'front';
    const n = label ? toChineseNumeral(label.n) : '';
    block.number = label ? (label.kind === 'chapter' ? `第${n}章` : `附录${n}`) : '';
    return;
  }
  if (!label) {
    block.inContents = false;
    return;
  }
  const depth = block.level - 2;
  const n = (levels[depth] ?? 0) + 1;
  levels[depth] = n;
  levels.fill(0, depth + 1);
  block.number = [`${toChineseNumeral(n)}、`, `（${toChineseNumeral(n)}）`, `${n}.`][depth] ?? '';
}
