import * as messages from '../../base/messages/lint.ts';
import { finding } from '../passage.ts';
import type { Rule } from '../rule.ts';

/** 成文日期 in Arabic digits, whole, without leading zeros (GB/T 9704-2012, 7.3.5.4); a visible gap is none of ours. */
export const signatureDate: Rule = {
  name: 'signatureDate',
  ours: true,
  *passage({ role, text }) {
    if (role !== 'signatureDate' || text === '' || /[＿_\uFFFC\uFFFB]/.test(text)) return;
    if (!/^[12]\d{3}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日$/.test(text))
      yield finding(0, text.length, messages.signatureDate(text));
  },
};
