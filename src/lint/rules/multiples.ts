import * as messages from '../../base/messages/lint-text.ts';
import { matches } from '../passage.ts';
import { NUMBER, pattern } from '../patterns.ts';
import type { Rule } from '../rule.ts';

const FALL = pattern(
  `(?:下降|减少|降低|缩小|缩减|缩短|回落|压缩)了?(?:近|约|超过?)?(?:${NUMBER}|[一二两三四五六七八九十]{1,2})倍`,
);

/** What falls by its whole is gone: no 下降两倍. */
export const multiples: Rule = {
  name: 'multiples',
  passage: ({ text }) =>
    matches(text, FALL, ([found]) => messages.multiples(found.replaceAll('\uFFFC', '…'))),
};
