import * as messages from '../../base/messages/lint.ts';
import { matches } from '../passage.ts';
import { HAN, ORDINAL, pattern } from '../patterns.ts';
import type { Rule } from '../rule.ts';

const START = '(?<=^|[。；：\\n\\uFFFB])';
/** [what is written, what should be]; $1 is the number. */
const MARKS: readonly [RegExp, string][] = [
  [pattern(`${START}(\\d{1,2})(?:、(?=${HAN})|．(?!\\d))`), '$1.'],
  [pattern(`${START}（(${ORDINAL}|\\d{1,2})）[、．，.]`), '（$1）'],
  [pattern(`${START}\\((\\d{1,2})\\)`), '（$1）'],
  [pattern(`${START}(${ORDINAL})[.．](?=${HAN})`), '$1、'],
  [pattern(`${START}第(${ORDINAL})、(?=${HAN})(?!第|[一二三四五六七八九十])`), '第$1，'],
];

/** 1. not 1、; no 、 after （一）; 第一，not 第一、 */
export const itemMark: Rule = {
  name: 'itemMark',
  *passage({ text }) {
    for (const [mark, expected] of MARKS)
      yield* matches(text, mark, ([found, n = '']) => messages.itemMark(found, expected.replace('$1', n)));
  },
};
