/** A piece of text as HTML: escaped, numbers kept together with their units and blanks with their labels, characters without a glyph replaced. */
import { glyphFromFallback, glyphMissing } from '../../base/messages/render.ts';
import type { FontFace, FontSet } from '../fonts/face.ts';
import { holdsBlank, KEPT_BLANK, KEPT_SIGN } from '../layout/blanks.ts';
import type { HtmlContext } from './context.ts';
import { escapeText } from './escape.ts';

/** 〓, the compositor's mark for a sort that is not in the case. */
const GETA = '〓';
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cc}]/u;

/**
 * GB/T 9704 7.3.3: numbers and years are not broken across lines. The browser keeps digits together but would break
 * between digits and a Chinese unit, month and day, in a span like 10—12月, and between 任务, 附件 or 第 and its number;
 * blanks and 互联网+ likewise. Longer pieces would leave wide gaps in the line before: 〔2022〕637号 may go on after its bracket, as in
 * Word, and 81.5万人次 after its 万.
 */
const UNITS =
  '百分点|平方米|平方公里|公里|季度|月份|[万亿](?:(?!人次)[元个家户条台套项次人吨件])?|年度|[年月日天个家户条项次人元台套件批所名处期份场位类种章讲亩吨%％‰]';
export const NUMBER_WITH_UNIT = new RegExp(
  `${KEPT_BLANK}|${KEPT_SIGN}|＿{2,4}[年月日时分号期]|(?:任务|附件)\\d+|(?<=〕)\\d+号|\\d{1,2}月\\d{1,2}日|第?\\d[\\d,.]*(?:[—–]\\d[\\d,.]*)?(?:${UNITS})`,
  'gu',
);

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
    if (!found) context.report(glyphMissing(codePoint));
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
