import * as messages from '../../base/messages/lint-text.ts';
import { matches } from '../passage.ts';
import { HAN, pattern } from '../patterns.ts';
import type { Rule } from '../rule.ts';

const QUOTE = pattern(`(?<=[${HAN}，。；：、（）《》\\uFFFC])["']|["'](?=[${HAN}《（\\uFFFC])`);

/** “ ” and ‘ ’, not " and '; inches and apostrophes between Latin letters are left alone. */
export const straightQuotes: Rule = {
  name: 'straightQuotes',
  passage: ({ text }) => matches(text, QUOTE, ([found]) => messages.straightQuotes(found)),
};
