import * as messages from '../../base/messages/lint-text.ts';
import { matches } from '../passage.ts';
import { HAN, pattern } from '../patterns.ts';
import type { Rule } from '../rule.ts';

const SPACE = pattern(
  `(?:[${HAN}，。；：、）》”]|(?<=${HAN})\\uFFFC)[ \\t\\u00a0]{1,20}[${HAN}0-9A-Za-z（《“\\uFFFC]|[0-9A-Za-z%）\\uFFFC][ \\t\\u00a0]{1,20}(?=${HAN})`,
);

/** No blank between Chinese characters, digits and letters; the renderers set the distance. Full-width blanks are meant. */
export const spacing: Rule = {
  name: 'spacing',
  passage: ({ text }) => matches(text, SPACE, ([found]) => messages.spacing(found.replaceAll('\uFFFC', '…'))),
};
