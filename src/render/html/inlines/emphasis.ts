import type { EmphasisInline } from '../../../model/document/inline.ts';
import type { InlineScope } from '../context.ts';

/** 楷体, never slanted. */
export function emphasisHtml(node: EmphasisInline, scope: InlineScope): string {
  return `<em>${scope.inner(node.children, scope.context.fonts.faces.kai)}</em>`;
}
