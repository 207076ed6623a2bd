/** Two charts side by side: a table of two cells without rules. */
import { type FileChild, type Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { Block, ChartBlock } from '../../../model/document/document.ts';
import type { Scope } from '../scope.ts';
import { NO_RULES } from '../text/across-text.ts';
import { chart } from './chart.ts';

/** The pair that begins with the block, if one does. */
export function pairAt(blocks: readonly Block[], index: number): [ChartBlock, ChartBlock] | undefined {
  const [left, right] = [blocks[index], blocks[index + 1]];
  const half = (block: Block | undefined): block is ChartBlock =>
    block?.kind === 'chart' && block.half === true;
  if (!half(left) || !half(right)) return undefined;
  let before = 0;
  while (half(blocks[index - 1 - before])) before += 1;
  return before % 2 === 0 ? [left, right] : undefined;
}

/** Whether the block is the second of a pair, which has been written with the first. */
export const endsPair = (blocks: readonly Block[], index: number): boolean =>
  index > 0 && pairAt(blocks, index - 1) !== undefined;

export function chartPair([left, right]: [ChartBlock, ChartBlock], scope: Scope): FileChild[] {
  const width = Math.floor(scope.textWidth / 2);
  const inner = { ...scope, textWidth: width - 160 };
  const cell = (block: ChartBlock): TableCell =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      children: chart(block, inner) as unknown as Paragraph[],
    });
  return [
    new Table({
      rows: [new TableRow({ cantSplit: true, children: [cell(left), cell(right)] })],
      columnWidths: [width, width],
      width: { size: 2 * width, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      margins: { left: 40, right: 40 },
      borders: NO_RULES,
    }),
  ];
}
