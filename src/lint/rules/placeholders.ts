import * as messages from '../../base/messages/lint.ts';
import { matches } from '../passage.ts';
import type { Rule } from '../rule.ts';

const GAP =
  /[＿_]{2,40}(?:[年月〔〕][＿_]{2,40}){0,3}[日号]?|×{2,20}|[Xx]{2,20}(?=\p{Script=Han})|某某|TODO|待补充?(?=[）】]|$)/gu;

/** Gaps that somebody has to fill in. */
export const placeholders: Rule = {
  name: 'placeholders',
  passage: ({ text }) => matches(text, GAP, ([found]) => messages.placeholder(found)),
};
