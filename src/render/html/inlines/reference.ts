import type { ReferenceInline } from '../../../model/document/inline.ts';
import type { InlineScope } from '../context.ts';
import { anchor, escapeText } from '../escape.ts';
import { printable } from '../text.ts';

export function referenceHtml(node: ReferenceInline, scope: InlineScope): string {
  const text = escapeText(printable(node.text, scope.face, scope.context));
  return `<a class="together" href="#${anchor(node.target)}">${text}</a>`;
}
