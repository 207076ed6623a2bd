/** Inline nodes → HTML. The table is total: a new inline kind does not compile until it has its file here. */
import type { Inline, InlineKind } from '../../model/document/inline.ts';
import type { FontFace } from '../fonts/face.ts';
import type { HtmlContext, InlineScope } from './context.ts';
import { breakHtml } from './inlines/break.ts';
import { emphasisHtml } from './inlines/emphasis.ts';
import { figureHtml } from './inlines/figure.ts';
import { noteMarkHtml } from './inlines/note-mark.ts';
import { referenceHtml } from './inlines/reference.ts';
import { statusHtml } from './inlines/status.ts';
import { strongHtml } from './inlines/strong.ts';
import { plainTextHtml } from './inlines/text.ts';

type Renderer<K extends InlineKind> = (node: Extract<Inline, { kind: K }>, scope: InlineScope) => string;

const RENDERERS: { [K in InlineKind]: Renderer<K> } = {
  text: plainTextHtml,
  strong: strongHtml,
  emphasis: emphasisHtml,
  figure: figureHtml,
  reference: referenceHtml,
  status: statusHtml,
  noteMark: noteMarkHtml,
  break: breakHtml,
};

/** In: inline nodes set in `face`. Out: their HTML. */
export function inlinesHtml(nodes: readonly Inline[], face: FontFace, context: HtmlContext): string {
  const scope: InlineScope = {
    context,
    face,
    inner: (children, innerFace) => inlinesHtml(children, innerFace, context),
  };
  return nodes.map((node) => (RENDERERS[node.kind] as Renderer<InlineKind>)(node, scope)).join('');
}
