import type { FigureInline } from '../../../model/document/inline.ts';
import type { InlineScope } from '../context.ts';
import { escapeText } from '../escape.ts';
import { printable } from '../text.ts';

/** Longer wordings may be broken where the browser sees fit; a short one is one piece. */
const LONGEST_PIECE = 12;

export function figureHtml(node: FigureInline, scope: InlineScope): string {
  const text = escapeText(printable(node.text, scope.face, scope.context));
  // The number stays with its 个 or 万; kept with all of 个百分点 or 万人次 it would leave wide gaps in the line before.
  const long = /^(.+(?:个(?=百分点$)|[万亿](?=人次$)))(.+)$/.exec(text);
  if (long)
    return `<span class="figure"><span class="together">${long[1]}</span><span class="together">${long[2]}</span></span>`;
  return [...node.text].length <= LONGEST_PIECE
    ? `<span class="figure together">${text}</span>`
    : `<span class="figure">${text}</span>`;
}
