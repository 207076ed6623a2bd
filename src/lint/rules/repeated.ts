import * as messages from '../../base/messages/lint-text.ts';
import { matches } from '../passage.ts';
import type { Rule } from '../rule.ts';

const SINGLE = /([的了是与及为在将把被])\1/gu;
const DOUBLE = /(?!一)(\p{Script=Han}{2,4})\1/gu;

/** 的的, 工作工作: slips of typing. 一项一项 is meant. */
export const repeated: Rule = {
  name: 'repeated',
  *passage({ text }) {
    yield* matches(text, SINGLE, ([found]) => messages.repeated(found));
    yield* matches(text, DOUBLE, ([found]) =>
      new Set(found).size > 1 ? messages.repeated(found) : undefined,
    );
  },
};
