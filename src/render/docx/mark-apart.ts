/** A status that its cell does not hold in one line, ■严重/滞后: the PDF makes its lines even, Word would fill the first one. */
import { type Inline, plainText } from '../../model/inline.ts';
import { headLines } from '../head-lines.ts';

/** In: what a cell says, and what a line of it holds, em. Out: the same, a status that stands alone broken within its word. */
export function markApart(nodes: readonly Inline[], room: number): readonly Inline[] {
  const [only, ...others] = nodes;
  if (only?.kind !== 'status' || others.length > 0) return nodes;
  const lines = headLines(plainText([only]), room);
  if (lines.length < 2) return nodes;
  return lines.flatMap((line, i): Inline[] => [
    ...(i > 0 ? [{ kind: 'break' } as const] : []),
    { kind: 'text', text: line },
  ]);
}
