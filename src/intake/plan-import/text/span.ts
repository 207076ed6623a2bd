/** Excerpts that are printed as a text reads: no number cut in two, no bracket without its partner. */

const PAIRS: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '（': '）', '(': ')', '《': '》' };
const WORD = /[0-9A-Za-z.%]/;
/** How far away the end of a word or a partner is looked for. */
const REACH = 20;

/** Where a phrase ends. A full stop in half width may be the point of a number. */
const MARK = /[，。；：、！？,;:?!（）()《》]/;
/** A phrase that is longer is broken off. */
const LONGEST_SIDE = 24;

/** From and to, widened to whole phrases: the words between two marks, as there is no telling where else one ends. */
export function phraseSpan(text: string, from: number, to: number): [from: number, to: number] {
  let [start, end] = [from, to];
  // A break behind a mark lies between two phrases.
  if (from === to && MARK.test(text.charAt(from - 1))) start -= 1;
  while (start > 0 && from - start < LONGEST_SIDE && !MARK.test(text.charAt(start - 1))) start -= 1;
  while (end < text.length && end - to < LONGEST_SIDE && !MARK.test(text.charAt(end))) end += 1;
  return wholeSpan(text, start, end);
}

/** … where the words go on beyond that place. */
export const brokenOff = (text: string, at: number): string =>
  GOES_ON.test(text.charAt(at - 1)) && GOES_ON.test(text.charAt(at)) ? '…' : '';
const GOES_ON = /[\u4e00-\u9fff0-9A-Za-z%]/;

/** From and to, widened as far as needed; blanks at the ends are left out. */
function wholeSpan(text: string, from: number, to: number): [from: number, to: number] {
  let [start, end] = [Math.max(0, from), Math.min(text.length, to)];
  const inWord = (at: number): boolean => WORD.test(text[at - 1] ?? '') && WORD.test(text[at] ?? '');
  // “10 个”: a blank is no better a beginning than the middle of the number before it.
  if (text[start] === ' ' && WORD.test(text[start - 1] ?? '')) start -= 1;
  while (from - start < REACH && inWord(start)) start -= 1;
  while (end - to < REACH && inWord(end)) end += 1;
  for (const [open, close] of Object.entries(PAIRS)) {
    const inside = (): string => text.slice(start, end);
    const lacking = inside().lastIndexOf(open) > inside().lastIndexOf(close);
    const partner = lacking ? text.indexOf(close, end) : -1;
    if (partner >= 0 && partner - to < REACH) end = partner + 1;
    const first = inside().indexOf(close);
    const alone = first >= 0 && !inside().slice(0, first).includes(open);
    const before = alone ? text.lastIndexOf(open, start) : -1;
    if (before >= 0 && from - before < REACH) start = before;
  }
  while (text[start] === ' ') start += 1;
  while (end > start && text[end - 1] === ' ') end -= 1;
  return [start, end];
}
