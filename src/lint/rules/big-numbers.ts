import * as messages from '../../base/messages/lint-text.ts';
import { matches } from '../passage.ts';
import type { Rule } from '../rule.ts';

const GROUPED = /(?<![\d,])\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,4})?[万亿]/gu;

/** 万 and 亿 are not mixed with thousands separators. */
export const bigNumbers: Rule = {
  name: 'bigNumbers',
  passage: ({ text }) => matches(text, GROUPED, ([found]) => messages.bigNumbers(found)),
};
