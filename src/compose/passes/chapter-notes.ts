/** {{注 …}} in a book: notes are numbered by chapter and stand at its end, as the browser knows no footnotes. */
import type { Block } from '../../model/document/document.ts';
import { type Inline, type NoteMarkInline, noteNumber } from '../../model/document/inline.ts';
import { blockInlines } from './references.ts';

/** In: the parts of one chapter, in order. Numbers the marks and adds the notes to the last part. */
export function collectNotes(parts: readonly { blocks: Block[] }[]): void {
  const marks = parts.flatMap(({ blocks }) => blocks.flatMap(blockInlines)).flatMap(deepMarks);
  const last = parts.at(-1);
  if (marks.length === 0 || !last) return;
  marks.forEach((mark, i) => {
    mark.n = i + 1;
  });
  last.blocks.push({
    kind: 'paragraph',
    style: 'flush',
    children: [{ kind: 'strong', children: [{ kind: 'text', text: '注释' }] }],
  });
  for (const { n, children } of marks)
    last.blocks.push({
      kind: 'paragraph',
      style: 'note',
      children: [{ kind: 'text', text: `${noteNumber(n)}\u3000` }, ...children],
    });
}

function deepMarks(node: Inline): NoteMarkInline[] {
  if (node.kind === 'noteMark') return [node];
  return node.kind === 'strong' || node.kind === 'emphasis' ? node.children.flatMap(deepMarks) : [];
}
