/** In the place of words that have been read: nothing takes it for a word, and offsets stay. */
export const blank = (text: string): string => '\u0001'.repeat(text.length);

/** The text with that part of it blank. */
export const blankedAt = (text: string, start: number, end: number): string =>
  text.slice(0, start) + blank(text.slice(start, end)) + text.slice(end);
