/** List items written 名称｜数｜说明 → boxes of key figures. */
import type { KeyFiguresBlock, ListBlock } from '../../model/document/document.ts';
import type { Inline } from '../../model/document/inline.ts';

export const splitItems = (list: ListBlock): KeyFiguresBlock['items'] =>
  list.items.map((item) => {
    const [label = [], value = [], ...details] = split(item);
    return { label, value, detail: details.flat() };
  });

/** At every ｜ of the template's own text; what data say is not looked into. */
function split(nodes: readonly Inline[]): Inline[][] {
  const parts: Inline[][] = [[]];
  for (const node of nodes) {
    if (node.kind !== 'text') {
      parts.at(-1)?.push(node);
      continue;
    }
    node.text.split(/[｜|]/).forEach((text, i) => {
      if (i > 0) parts.push([]);
      if (text.trim() !== '') parts.at(-1)?.push({ kind: 'text', text: text.trim() });
    });
  }
  return parts;
}
