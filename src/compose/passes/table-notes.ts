/** “注：……” or “数据来源：……” that a template writes below a table is the table's own: it stays with its last row. */
import type { Block, ParagraphBlock } from '../../model/document/document.ts';
import { plainText } from '../../model/document/inline.ts';

const isNote = (block: Block): block is ParagraphBlock =>
  block.kind === 'paragraph' &&
  block.style === 'fine' &&
  /^(?:注|数据来源)：/.test(plainText(block.children));

/** In: blocks of a part. Out: the same, with such paragraphs among the notes of the table before them. */
export function joinTableNotes(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const table = joined.at(-1);
    if (table?.kind === 'table' && isNote(block))
      joined[joined.length - 1] = { ...table, notes: [...table.notes, block.children] };
    else joined.push(block);
  }
  return joined;
}
