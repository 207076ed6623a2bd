/** A piece of text as HTML: escaped, numbers kept together with their units and blanks with their labels, characters without a glyph replaced. */
import { glyphFromFallback, glyphMissing } from '../../base/messages/render.ts';
import type { FontFace, FontSet } from '../fonts/face.ts';
import { holdsBlank } from '../layout/blanks.ts';
import { NUMBER_WITH_UNIT } from '../layout/numbers.ts';
import type { HtmlContext } from './context.ts';
import { escapeText } from './escape.ts';

/** 〓, the compositor's mark for a sort that is not in the case. */
const GETA = '〓';
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cc}]/u;

/** Short enough for any cell, where longer pieces may be broken: 2—3条. */
const RANGE = /^(?=.{1,6}$)[\d.]+[—–]/u;

/** Face that covers the character: the one in force, the first fallback that has it, or none. */
function faceFor(codePoint: number, face: FontFace, fonts: FontSet): FontFace | undefined {
  return face.covers(codePoint) ? face : fonts.fallbacks.find((fallback) => fallback.covers(codePoint));
}

/**
 * Text in which every character has a glyph in `face` or a fallback (the style sheet lists both, so the browser
 * finds it); others become 〓. Each gap is reported.
 */
export function printable(text: string, face: FontFace, context: HtmlContext): string {
  let out = '';
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const found = INVISIBLE.test(character) ? face : faceFor(codePoint, face, context.fonts);
    if (!found) context.report(glyphMissing(codePoint, context.name));
    else if (found !== face) context.report(glyphFromFallback(character, face.family, found.family));
    out += found ? character : GETA;
  }
  return out;
}

/** Out: HTML of a piece of text set in `face`. */
export function textHtml(text: string, face: FontFace, context: HtmlContext): string {
  return escapeText(printable(text, face, context)).replace(
    NUMBER_WITH_UNIT,
    (piece) =>
      `<span class="together${holdsBlank(piece) ? ' blank' : RANGE.test(piece) ? ' range' : ''}">${piece}</span>`,
  );
}
