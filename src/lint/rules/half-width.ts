import * as messages from '../../base/messages/lint-text.ts';
import { matches } from '../passage.ts';
import { HAN, pattern } from '../patterns.ts';
import type { Rule } from '../rule.ts';

const MARK = pattern(
  `(?<=[${HAN}”）》])[,;:!?](?!//)|[,;:!?](?=[${HAN}“（《])|(?<=${HAN})\\.(?=$|\\n|${HAN})`,
);
const BRACKETS = pattern(
  `(?<=${HAN})\\([^()（）\\n]{0,40}\\)|\\([^()（）\\n]{0,40}?${HAN}[^()（）\\n]{0,40}\\)|（[^()（）\\n]{0,40}\\)|\\([^()（）\\n]{0,40}）`,
);
const FULL: Partial<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '.': '。',
};

/** Chinese text has Chinese punctuation; times (9:30), decimals and Latin words keep theirs. */
export const halfWidth: Rule = {
  name: 'halfWidth',
  *passage({ text }) {
    yield* matches(text, MARK, ([found]) => messages.halfWidth(found, FULL[found] ?? found));
    yield* matches(text, BRACKETS, ([found]) => messages.halfWidth(found, `（${found.slice(1, -1)}）`));
  },
};
