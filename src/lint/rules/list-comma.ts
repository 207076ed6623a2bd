import * as messages from '../../base/messages/lint-text.ts';
import { matches } from '../passage.ts';
import type { Rule } from '../rule.ts';

/** No 、 between adjacent 《 》《 》 or “ ”“ ” (GB/T 15834-2011, 4.5.3.5: usually). */
export const listComma: Rule = {
  name: 'listComma',
  passage: ({ text }) => matches(text, /》、《|”、“/g, ([found]) => messages.listComma(found)),
};
