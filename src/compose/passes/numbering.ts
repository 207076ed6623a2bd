/**
 * Numbers headings (GB/T 9704 7.3.3: 一、 → （一） → 1. → （1）), tables and charts, and gives every heading an id.
 * An annex is a part of its own: its first heading becomes 附件N; its inner headings start again at 一、 and do not
 * stand in the contents.
 */
import { toChineseNumeral } from '../../base/chinese/numerals.ts';
import type { Block, HeadingBlock } from '../../model/document/document.ts';

export interface Part {
  blocks: Block[];
  annex: boolean;
  /** A sheet: nothing in it is numbered. */
  plain: boolean;
  /** Other writings of the same part; their headings get the ids of the first. */
  fit?: { variants: Block[][] };
}

/** Changes the blocks of `parts`. @param annexTotal how many annexes the document has: a single one has no number */
export function numberParts(parts: Part[], annexTotal: number): void {
  const counters = { heading: [0, 0, 0, 0], annex: 0, table: 0, chart: 0, id: 0 };
  for (const part of parts) {
    if (part.plain) {
      const first = counters.id;
      for (const blocks of part.fit?.variants ?? [part.blocks]) {
        counters.id = first;
        for (const block of blocks) if (block.kind === 'heading') block.id = `h${++counters.id}`;
      }
      continue;
    }
    let annexTitle = part.annex;
    if (part.annex) counters.heading = [0, 0, 0, 0];
    for (const block of part.blocks) {
      if (block.kind === 'heading') {
        block.id = `h${++counters.id}`;
        if (annexTitle) {
          block.number = annexTotal > 1 ? `附件${++counters.annex}` : '附件';
          annexTitle = false;
        } else {
          if (part.annex) {
            block.level = Math.max(1, block.level - 1) as HeadingBlock['level'];
            block.inContents = false;
          }
          block.number = nextNumber(block.level, counters.heading);
        }
      } else if (block.kind === 'table' && block.caption.length > 0) block.number = `表${++counters.table}`;
      else if (block.kind === 'chart') block.number = `图${++counters.chart}`;
    }
  }
}

/** Counts one heading further; the levels below it start again. */
function nextNumber(level: HeadingBlock['level'], counters: number[]): string {
  const n = (counters[level - 1] as number) + 1;
  counters[level - 1] = n;
  counters.fill(0, level);
  switch (level) {
    case 1:
      return `${toChineseNumeral(n)}、`;
    case 2:
      return `（${toChineseNumeral(n)}）`;
    case 3:
      return `${n}.`;
    case 4:
      return `（${n}）`;
  }
}
