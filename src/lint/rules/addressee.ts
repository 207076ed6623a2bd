import * as messages from '../../base/messages/lint.ts';
import { finding } from '../passage.ts';
import type { Rule } from '../rule.ts';

/** 主送机关 ends with a full-width colon (GB/T 9704-2012, 7.3.2). */
export const addressee: Rule = {
  name: 'addressee',
  ours: true,
  *passage({ role, text }) {
    if (role === 'addressee' && !/[：\uFFFC\uFFFB]$/.test(text))
      yield finding(Math.max(0, text.length - 1), text.length, messages.addresseeColon());
  },
};
