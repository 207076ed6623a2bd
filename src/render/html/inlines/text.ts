import type { TextInline } from '../../../model/document/inline.ts';
import type { InlineScope } from '../context.ts';
import { textHtml } from '../text.ts';

export function plainTextHtml(node: TextInline, scope: InlineScope): string {
  return textHtml(node.text, scope.face, scope.context);
}
