import * as messages from '../../base/messages/lint.ts';
import { finding, matches } from '../passage.ts';
import { HAN, pattern } from '../patterns.ts';
import type { Rule } from '../rule.ts';

const LIKE_NUMBER = pattern(`${HAN}{1,10}([\\[(（【［〔])(\\d{2,4})([\\])）】］〕])(第?)(\\d{1,5})号`);
/** Gaps and template values are no fault of form. */
const GOOD_NUMBER = /^\p{Script=Han}+〔\d{4}〕[1-9]\d*号$/u;

/** 发文字号: 赣数办〔2022〕15号 (GB/T 9704-2012, 7.2.5). */
export const documentNumber: Rule = {
  name: 'documentNumber',
  ours: true,
  *passage({ role, text }) {
    if (role === 'documentNumber') {
      if (text !== '' && !/[＿_\uFFFC\uFFFB]/.test(text) && !GOOD_NUMBER.test(text))
        yield finding(0, text.length, messages.documentNumber(text));
      return;
    }
    yield* matches(text, LIKE_NUMBER, ([found, open, year, close, ordinal, n]) => {
      const good = open === '〔' && close === '〕' && year?.length === 4 && !ordinal && !n?.startsWith('0');
      return good ? undefined : messages.documentNumber(found);
    });
  },
};
