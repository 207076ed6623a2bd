import * as messages from '../../base/messages/lint.ts';
import { finding } from '../passage.ts';
import type { Rule } from '../rule.ts';

/** A heading within its paragraph, set bold, ends with 。 or ：. Shorter bold words (一是) are no headings. */
export const runInHeading: Rule = {
  name: 'runInHeading',
  *passage({ role, text, bold }) {
    const words = text.slice(0, bold);
    if (role !== 'body' || bold < 4 || bold > 30 || !/^[\p{Script=Han}\d]/u.test(text.slice(bold))) return;
    if (!/[，。；：、！？是”）\uFFFC\uFFFB]$/.test(words))
      yield finding(0, bold, messages.runInHeading(words));
  },
};
