/** Lines of a title that is too long for one: broken between words, as even as may be (GB/T 9704-2012, 7.3.1). */
import type { TextStyleName, Theme } from '../../model/document/theme.ts';
import { charactersOf } from './letter.ts';
import { MM_PER_POINT } from './units.ts';
import { wordsOf } from './words.ts';

/** What a line is made longer by at a time, in characters. */
const STEP = 0.5;

/** Digits of titles are wider than half a character in most fonts: a line that just fits would run over by its last word. */
const WIDER_DIGIT = 0.1;
const widthOf = (text: string): number => charactersOf(text) + WIDER_DIGIT * text.replace(/\D/g, '').length;

/**
 * In: a title line as its author wrote it, and the style that it is set in across the width of a page that is not turned. Out:
 * the same in as few lines as hold it; whole where no break between words would do.
 */
export function titleLines(title: string, style: TextStyleName, { page, text }: Theme): string[] {
  const { binding, fore } = page.marginsMm;
  const room = Math.floor((page.widthMm - binding - fore) / (text[style].size * MM_PER_POINT));
  const whole = widthOf(title);
  if (whole <= room) return [title];
  const words = wordsOf(title);
  for (let count = Math.ceil(whole / room); count <= words.length; count += 1)
    for (let most = Math.ceil(whole / count); most <= room; most += STEP) {
      const lines = filled(words, most);
      if (lines.length <= count && lines.every((line) => widthOf(line) <= room)) return lines;
    }
  return [title];
}

/** `titleLines` of several lines; those without text are left out. */
export const linesOf = (titles: readonly string[], style: TextStyleName, theme: Theme): string[] =>
  titles.filter((title) => title !== '').flatMap((title) => titleLines(title, style, theme));

function filled(words: readonly string[], most: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last + word) <= most) lines.splice(-1, 1, last + word);
    else lines.push(word);
  }
  return lines;
}
