import * as messages from '../../base/messages/lint.ts';
import { finding } from '../passage.ts';
import type { Rule } from '../rule.ts';

/** 附件：1. name — no punctuation after a name (GB/T 9704-2012, 7.3.4). */
export const annexNote: Rule = {
  name: 'annexNote',
  ours: true,
  *passage({ role, text }) {
    if ((role !== 'body' && role !== 'label') || !/^附件[：:]/.test(text)) return;
    for (const line of text.matchAll(/[。；，、;,.](?=\n|$)/g))
      yield finding(line.index, line.index + 1, messages.annexNoteMark(line[0]));
  },
};
