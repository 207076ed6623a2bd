import { innerQuotes } from '../chinese/text.ts';

const LONGEST = 40;

/** The beginning of a text to be quoted, for a reader who has to find the place (Word shows no line numbers). */
export const excerpt = (text: string): string =>
  innerQuotes(text.length > LONGEST ? `${text.slice(0, LONGEST)}……` : text);
