/** Inlines as plain text, for the contents and the bookmarks. */
import type { Inline } from '../../model/inline.ts';
import { STATUS_FACES } from '../../model/status.ts';

export function plainText(nodes: readonly Inline[]): string {
  return nodes.map(plainInline).join('');
}

function plainInline(node: Inline): string {
  switch (node.kind) {
    case 'text':
    case 'figure':
    case 'reference':
      return node.text;
    case 'strong':
    case 'emphasis':
      return plainText(node.children);
    case 'status':
      return STATUS_FACES[node.status].symbol + (node.symbolOnly ? '' : STATUS_FACES[node.status].word);
    case 'break':
      return '';
  }
}
