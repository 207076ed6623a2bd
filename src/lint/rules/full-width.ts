import { halfWidthAlnum } from '../../base/chinese/text.ts';
import * as messages from '../../base/messages/lint-text.ts';
import { matches } from '../passage.ts';
import type { Rule } from '../rule.ts';

const WIDE = /[０-９Ａ-Ｚａ-ｚ][０-９Ａ-Ｚａ-ｚ．％]{0,40}|(?<=\d)％/gu;

/** Digits and Latin letters are half-width. */
export const fullWidth: Rule = {
  name: 'fullWidth',
  passage: ({ text }) =>
    matches(text, WIDE, ([found]) =>
      messages.fullWidth(found, halfWidthAlnum(found).replaceAll('．', '.').replaceAll('％', '%')),
    ),
};
