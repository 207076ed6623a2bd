import * as messages from '../../base/messages/lint.ts';
import { matches } from '../passage.ts';
import { HAN, pattern } from '../patterns.ts';
import type { Rule } from '../rule.ts';

const NUMBER = `${HAN}{1,8}〔\\d{4}〕\\d{1,4}号`;
const BEFORE_TITLE = pattern(`${NUMBER}）?《`);
const BARE = pattern(`》${NUMBER}`);

/** A document is cited by its title, then its number in brackets: 《工作计划》（赣数〔2022〕2号）. */
export const citation: Rule = {
  name: 'citation',
  *passage({ text }) {
    yield* matches(text, BEFORE_TITLE, ([found]) => messages.citationOrder(found));
    yield* matches(text, BARE, ([found]) => messages.citationBrackets(found));
  },
};
