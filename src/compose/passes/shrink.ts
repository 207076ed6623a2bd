/** Sets a sheet in smaller type, down to 五号 for prose and 小五 for tables. */
import type { Block, ParagraphStyle } from '../../model/document/document.ts';

const SIZES: readonly ParagraphStyle[] = ['sheetLarge', 'sheet', 'fine'];

/** @param steps sizes by which prose is set smaller; from 1 on, tables are set densely. */
export function shrink(blocks: readonly Block[], steps: number): Block[] {
  if (steps === 0) return [...blocks];
  return blocks.map((block) => {
    if (block.kind === 'table') return { ...block, density: 'dense' as const };
    if (block.kind === 'paragraph') return { ...block, style: smaller(block.style, steps) };
    return block;
  });
}

function smaller(style: ParagraphStyle, steps: number): ParagraphStyle {
  const at = SIZES.indexOf(style);
  return at < 0 ? style : (SIZES[Math.min(at + steps, SIZES.length - 1)] as ParagraphStyle);
}
