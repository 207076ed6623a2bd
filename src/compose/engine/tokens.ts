/**
 * What a unit typed never passes through a parser: helpers put tree nodes here and emit an opaque token in their place;
 * after the Markdown is parsed the tokens are swapped for the nodes.
 */
import { type Inline, plainText } from '../../model/document/inline.ts';
import { nestQuotes } from './nested-quotes.ts';

const OPEN = '\uE000';
const CLOSE = '\uE001';
const TOKEN = /\uE000(\d+)\uE001/g;

export interface TokenTable {
  /** Keeps the nodes and returns the token that stands for them. */
  put(nodes: Inline[]): string;
  /** Splits parsed text into text nodes and the nodes behind its tokens; a name in quotes may have quotes of its own. */
  inlines(text: string): Inline[];
  /** The same as plain text, for attributes and file names. */
  plain(text: string): string;
}

/** True for template text that would be taken for a token. */
export function containsTokenMarks(text: string): boolean {
  return text.includes(OPEN) || text.includes(CLOSE);
}

/** What stands between tokens: the template's own words. */
export const withoutTokens = (text: string): string[] =>
  text
    .split(TOKEN)
    .filter((_, i) => i % 2 === 0)
    .map((part) => part.trim());

export function createTokenTable(): TokenTable {
  const kept: Inline[][] = [];
  const inlines = (text: string): Inline[] => {
    const out: Inline[] = [];
    let last = 0;
    for (const match of text.matchAll(TOKEN)) {
      if (match.index > last) out.push({ kind: 'text', text: text.slice(last, match.index) });
      out.push(...(kept[Number(match[1])] ?? []));
      last = match.index + match[0].length;
    }
    if (last < text.length) out.push({ kind: 'text', text: text.slice(last) });
    return nestQuotes(out);
  };
  return {
    put(nodes) {
      kept.push(nodes);
      return `${OPEN}${kept.length - 1}${CLOSE}`;
    },
    inlines,
    plain: (text) => plainText(inlines(text)),
  };
}
