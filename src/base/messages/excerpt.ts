const LONGEST = 40;

/** The beginning of a text, for a reader who has to find the place (Word shows no line numbers). */
export const excerpt = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)}……` : text;
