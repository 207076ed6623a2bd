/** Text → runs. What a unit typed stays text: characters that XML or Word can't hold are dropped, nothing is parsed. */
import { type IRunOptions, TextRun } from 'docx';
import { KEPT_BLANK, KEPT_SIGN } from '../../layout/blanks.ts';
import type { Look } from '../scope.ts';
import { STYLE } from '../styles/style-names.ts';

/** Signs that Word takes from the Latin font unless told that they are Chinese: “ ” ‘ ’ … — · × ° ★ ① … */
const AMBIGUOUS = /[\u00A1-\u00BF\u00D7\u00F7\u2000-\u2E7F]/;
/** Control characters, noncharacters and halves of surrogate pairs. */
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFDD0-\uFDEF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

export const clean = (text: string): string => text.replace(FORBIDDEN, '');

const hint = (text: string): IRunOptions => (AMBIGUOUS.test(text) ? { font: { hint: 'eastAsia' } } : {});

/** One run for each line of the text; what stays on one line has runs of its own. */
export function textRuns(text: string, options: IRunOptions = {}): TextRun[] {
  return clean(text)
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .flatMap((line, index) =>
      partsOf(line).map(({ part, kept }, i) => {
        const font =
          options.font && typeof options.font === 'object'
            ? { ...options.font, ...(hint(part).font as object) }
            : hint(part).font;
        return new TextRun({
          ...options,
          ...(font && { font }),
          ...(kept && { language: { eastAsia: KEEPING }, noProof: true }),
          text: part,
          ...(index > 0 && i === 0 && { break: 1 }),
        });
      }),
    );
}

/**
 * The language of runs in which no character begins a line (settings.ts). Word breaks Chinese between any two characters
 * but those of its lists, which a file may give for each language; this one we print nothing else in.
 */
export const KEEPING = 'zh-TW';
const KEPT = new RegExp(`${KEPT_BLANK}|${KEPT_SIGN}`, 'gu');

/** What begins a line with the blank or the sign, its first character, is written as the text before it. */
function partsOf(line: string): { part: string; kept: boolean }[] {
  const parts: { part: string; kept: boolean }[] = [];
  let from = 0;
  for (const { 0: kept, index } of line.matchAll(KEPT)) {
    parts.push({ part: line.slice(from, index + 1), kept: false }, { part: kept.slice(1), kept: true });
    from = index + kept.length;
  }
  if (from < line.length || parts.length === 0) parts.push({ part: line.slice(from), kept: false });
  return parts;
}

/** Runs in the look of the text around them. */
export function lookRuns(text: string, look: Look): TextRun[] {
  const size = look.size === undefined ? {} : { size: 2 * look.size };
  if (look.emphasis) return textRuns(text, { style: STYLE.emphasis, ...size });
  const mayEmbolden = look.face === 'body' || look.face === 'song';
  return textRuns(text, look.strong && mayEmbolden ? { style: STYLE.strong, ...size } : size);
}
