/** Every kind of inline and its HTML; a kind that is missing doesn't compile. */
import {
  type FigureInline,
  type Inline,
  type InlineKind,
  noteNumber,
  plainText,
  type StatusInline,
  type StrongInline,
} from '../../model/document/inline.ts';
import { STATUS_FACES } from '../../model/status.ts';
import type { FontFace } from '../fonts/face.ts';
import { strongFace } from '../fonts/strong.ts';
import type { HtmlContext, InlineScope } from './context.ts';
import { anchor, escapeText } from './escape.ts';
import { printable, textHtml } from './text.ts';

type Renderer<K extends InlineKind> = (node: Extract<Inline, { kind: K }>, scope: InlineScope) => string;

const RENDERERS: { [K in InlineKind]: Renderer<K> } = {
  text: (node, { face, context }) => textHtml(node.text, face, context),
  strong,
  // 楷体, never slanted.
  emphasis: (node, scope) => `<em>${scope.inner(node.children, scope.context.fonts.faces.kai)}</em>`,
  figure,
  reference: (node, scope) =>
    `<a class="together" href="#${anchor(node.target)}">${written(node.text, scope)}</a>`,
  status,
  // The note itself stands at the end of the chapter. A mark begins no line: the joiner before it is neither seen nor copied.
  noteMark: (node, scope) => `&#8288;<sup class="note-mark">${written(noteNumber(node.n), scope)}</sup>`,
  break: () => '<br>',
};

/** In: inline nodes set in `face`. Out: their HTML. */
export function inlinesHtml(nodes: readonly Inline[], face: FontFace, context: HtmlContext): string {
  const scope: InlineScope = {
    context,
    face,
    inner: (children, innerFace) => inlinesHtml(children, innerFace, context),
  };
  return nodes
    .map((node, i) => {
      const html = (RENDERERS[node.kind] as Renderer<InlineKind>)(node, scope);
      return node.kind === 'noteMark' && beginsText(nodes[i + 1]) ? `${html}<wbr>` : html;
    })
    .join('');
}

/**
 * What may begin a line. A browser breaks no line between ① and a number: with a reference that stays in one piece before
 * the mark, and a year after it, the line above was set with wide gaps.
 */
const beginsText = (next: Inline | undefined): boolean =>
  next !== undefined && /^[\p{Letter}\p{Number}“‘《（]/u.test(plainText([next]));

const written = (text: string, { face, context }: InlineScope): string =>
  escapeText(printable(text, face, context));

function strong(node: StrongInline, scope: InlineScope): string {
  const face = strongFace(scope.face, scope.context.fonts);
  const inner = scope.inner(node.children, face);
  return face === scope.face ? inner : `<strong class="strong-${scope.face.role}">${inner}</strong>`;
}

/** Longer wordings may be broken where the browser sees fit; a short one is one piece. */
const LONGEST_PIECE = 12;

function figure(node: FigureInline, scope: InlineScope): string {
  const text = written(node.text, scope);
  // The number stays with its 个 or 万; kept with all of 个百分点 or 万人次 it would leave wide gaps in the line before.
  const long = /^(.+(?:个(?=百分点$)|[万亿](?=人次$)))(.+)$/.exec(text);
  if (long)
    return `<span class="figure"><span class="together">${long[1]}</span><span class="together">${long[2]}</span></span>`;
  return [...node.text].length <= LONGEST_PIECE
    ? `<span class="figure together">${text}</span>`
    : `<span class="figure">${text}</span>`;
}

/** The symbol survives black-and-white copying, the word needs no key. A lone symbol is read out by its word. */
function status(node: StatusInline, scope: InlineScope): string {
  const { word, short, symbol } = STATUS_FACES[node.status];
  const mark = written(symbol, scope);
  if (node.form === 'symbol') return `<span class="status" role="img" aria-label="${word}">${mark}</span>`;
  return `<span class="status together">${mark}${written(node.form === 'short' ? short : word, scope)}</span>`;
}
