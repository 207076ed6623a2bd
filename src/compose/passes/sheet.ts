/** Blocks of a sheet: its prose in the sheet's size, headings without numbers. */
import type { Block, ParagraphStyle } from '../../model/document/document.ts';

export function asSheet(blocks: readonly Block[], prose: ParagraphStyle): Block[] {
  return blocks.map((block) => {
    if (block.kind === 'paragraph' && block.style === 'body') return { ...block, style: prose };
    if (block.kind === 'heading') return { ...block, look: 'sheet' as const };
    return block;
  });
}
