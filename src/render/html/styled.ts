/** Text in one of the theme's styles. */
import { type Inline, plainText } from '../../model/document/inline.ts';
import type { TextStyleName, Theme } from '../../model/document/theme.ts';
import type { FontFace, FontSet } from '../fonts/face.ts';
import { strongFace } from '../fonts/strong.ts';
import { sizeToFit } from '../layout/size-to-fit.ts';
import type { HtmlContext } from './context.ts';
import { inlinesHtml } from './inlines.ts';
import { textHtml } from './text.ts';

export function styleFace(style: TextStyleName, theme: Theme, fonts: FontSet): FontFace {
  const { font, bold } = theme.text[style];
  return bold ? strongFace(fonts.faces[font], fonts) : fonts.faces[font];
}

/** Inlines set in a text style; the caller's element carries the class of the same style. */
export function styled(nodes: readonly Inline[], style: TextStyleName, context: HtmlContext): string {
  return inlinesHtml(nodes, styleFace(style, context.theme, context.fonts), context);
}

export function styledText(text: string, style: TextStyleName, context: HtmlContext): string {
  return textHtml(text, styleFace(style, context.theme, context.fonts), context);
}

/**
 * The last two characters of a sentence with the marks after them: 稿。 is no line of its own, nor is 厅）。 A number that is kept
 * together may stand before them (7月6日收到。), and the sentence may be set off as a whole.
 */
const LAST_WORD =
  /(?<=[\p{Script=Han}，、；：“”（）]|[\p{Script=Han}\d]<\/span>)\p{Script=Han}{2}[”’）》]{0,2}[。！？；：](?=(?:<\/(?:span|strong|em)>){0,3}$)/u;
/** 前。 takes the day over with it, which lets go of its month: without a whole date the line before would be spread wide. */
const LAST_DAY =
  /<span class="together">(\d+月)(\d+日)<\/span>(\p{Script=Han}[。！？；：])(?=(?:<\/(?:span|strong|em)>){0,3}$)/u;
/** Those of a list that no mark ends: the 局 of the last of several units is no line either. */
const LAST_OF_LIST = /(?<=、\p{Script=Han}+)\p{Script=Han}{2}(?=(?:<\/(?:span|strong|em)>){0,3}$)/u;
/** What is shorter is one line, wherever it stands. */
const ONE_LINE = 12;

/**
 * A line may end with a mark that closes. Where that mark fits only when it is set to half its width, and something in a span
 * follows, the browser looks for no place within the text, goes back to where the last span ended, and spreads what is left
 * over the line; told that it may break here, it finds the place.
 */
const CLOSED = /(?<=[”’）》〉」』】])(?=(?:<(?:span|strong|em)\b[^>]*>){1,2}[\p{Script=Han}\d])/gu;

/** Running text, in whose last line no character is alone. */
export function prose(nodes: readonly Inline[], style: TextStyleName, context: HtmlContext): string {
  const html = styled(nodes, style, context);
  const kept =
    plainText(nodes).length > ONE_LINE
      ? html
          .replace(LAST_WORD, together('$&'))
          .replace(LAST_DAY, together('$1') + together('$2$3'))
          .replace(LAST_OF_LIST, together('$&'))
      : html;
  return kept.replace(CLOSED, '<wbr>');
}

const together = (html: string): string => `<span class="together">${html}</span>`;

/** A paragraph in a text style, with further classes. */
export function paragraph(
  nodes: readonly Inline[],
  style: TextStyleName,
  context: HtmlContext,
  more = '',
): string {
  return `<p class="t-${style}${more && ` ${more}`}">${prose(nodes, style, context)}</p>`;
}

/** The style of a number that is set smaller to fit its box, '' where it fits. */
export function fitted(nodes: readonly Inline[], size: number, room: number): string {
  const smaller = sizeToFit(nodes, size, room);
  return smaller === null ? '' : ` style="font-size:${smaller.toFixed(1)}pt"`;
}
