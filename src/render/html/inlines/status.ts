import type { StatusInline } from '../../../model/document/inline.ts';
import { STATUS_FACES } from '../../../model/status.ts';
import type { InlineScope } from '../context.ts';
import { escapeText } from '../escape.ts';
import { printable } from '../text.ts';

/** The symbol survives black-and-white copying, the word needs no key. A lone symbol is read out by its word. */
export function statusHtml(node: StatusInline, scope: InlineScope): string {
  const { word, short, symbol } = STATUS_FACES[node.status];
  const print = (text: string): string => escapeText(printable(text, scope.face, scope.context));
  if (node.form === 'symbol')
    return `<span class="status" role="img" aria-label="${word}">${print(symbol)}</span>`;
  return `<span class="status together">${print(symbol)}${print(node.form === 'short' ? short : word)}</span>`;
}
