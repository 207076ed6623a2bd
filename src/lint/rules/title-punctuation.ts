import * as messages from '../../base/messages/lint.ts';
import { finding, matches } from '../passage.ts';
import type { Rule } from '../rule.ts';

/** No punctuation at the end of a title, and within it only 《 》, “ ”, （ ）, 、. */
export const titlePunctuation: Rule = {
  name: 'titlePunctuation',
  ours: true,
  *passage({ role, text }) {
    if (role !== 'title') return;
    const last = /[，。；：、！？,.;:!?]$/.exec(text);
    if (last) yield finding(last.index, text.length, messages.titleEnd(last[0]));
    yield* matches(text.slice(0, last?.index), /[，。；]/g, ([mark]) => messages.titleInside(mark));
  },
};
