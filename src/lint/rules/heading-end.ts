import * as messages from '../../base/messages/lint.ts';
import { finding } from '../passage.ts';
import type { Rule } from '../rule.ts';

/** A heading on a line of its own ends without punctuation. */
export const headingEnd: Rule = {
  name: 'headingEnd',
  ours: true,
  *passage({ role, text }) {
    if (role !== 'heading') return;
    const last = /[，。；：、,.;:]$/.exec(text);
    if (last) yield finding(last.index, text.length, messages.headingEnd(last[0]));
  },
};
