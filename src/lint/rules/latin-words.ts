import * as messages from '../../base/messages/lint-text.ts';
import { matches } from '../passage.ts';
import { HAN, pattern } from '../patterns.ts';
import type { Rule } from '../rule.ts';

const WORD = pattern(
  `(?<=[${HAN}”）》][ ]{0,2})(?:and|or|of|the|with|for|to|in|by|is|are|on|at)(?=[ ]{0,2}[${HAN}“（《])`,
  'i',
);

/** Function words of another language have no place in a Chinese sentence. */
export const latinWords: Rule = {
  name: 'latinWords',
  passage: ({ text }) => matches(text, WORD, ([found]) => messages.latinWords(found)),
};
