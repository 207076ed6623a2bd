/**
 * Quotes within quotes: a template prints 年度目标“{{名称}}”, and the name may have quotes of its own. Those within have the
 * single marks, what stands in these the double ones again (GB/T 15834—2011, 4.8.3.3).
 */
import { type Inline, plainText } from '../../model/document/inline.ts';

const MARK = /[“”]/g;

/** The same text; where its quotes are not in pairs, nothing says which are within which, and all stay. */
export function nestQuotes(nodes: Inline[]): Inline[] {
  if (!nested(plainText(nodes))) return nodes;
  let depth = 0;
  const turned = (text: string): string =>
    text.replace(MARK, (mark) => {
      if (mark === '“') depth += 1;
      const inner = depth % 2 === 0;
      if (mark === '”') depth -= 1;
      return !inner ? mark : mark === '“' ? '‘' : '’';
    });
  // Nodes behind tokens may be printed elsewhere, too: they are not changed themselves.
  const walk = (list: readonly Inline[]): Inline[] =>
    list.map((node) => {
      if (node.kind === 'text') return { ...node, text: turned(node.text) };
      if (node.kind === 'strong' || node.kind === 'emphasis')
        return { ...node, children: walk(node.children) };
      turned(plainText([node]));
      return node;
    });
  return walk(nodes);
}

function nested(text: string): boolean {
  let depth = 0;
  let deepest = 0;
  for (const [mark] of text.matchAll(MARK)) {
    depth += mark === '“' ? 1 : -1;
    if (depth < 0) return false;
    deepest = Math.max(deepest, depth);
  }
  return depth === 0 && deepest > 1;
}
