import * as messages from '../../base/messages/lint-text.ts';
import { finding, matches } from '../passage.ts';
import type { Rule } from '../rule.ts';

const DOUBLED =
  /(?<!。)([，。；：、])\1(?!。)|[，；、：][，。；、：]|[。！？][，；、：]|[！？。]”。|（[，。；、]|[，；、]）/g;

/** Two marks in a row, mostly where a template's punctuation meets that of what it prints; empty pairs. */
export const doubledPunctuation: Rule = {
  name: 'doubledPunctuation',
  ours: true,
  *passage({ role, text }) {
    yield* matches(text, DOUBLED, ([found]) => messages.doubledPunctuation(found));
    yield* matches(text, /（）|《》|“”|‘’|〔〕/g, ([found]) => messages.emptyPair(found));
    const last = /[，、]$/.exec(text);
    if (last && role === 'body')
      yield finding(last.index, text.length, messages.doubledPunctuation(`${last[0]}（段末）`));
  },
};
