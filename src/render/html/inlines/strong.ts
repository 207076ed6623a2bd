import type { StrongInline } from '../../../model/document/inline.ts';
import { strongFace } from '../../fonts/strong.ts';
import type { InlineScope } from '../context.ts';

export function strongHtml(node: StrongInline, scope: InlineScope): string {
  const face = strongFace(scope.face, scope.context.fonts);
  const inner = scope.inner(node.children, face);
  return face === scope.face ? inner : `<strong class="strong-${scope.face.role}">${inner}</strong>`;
}
