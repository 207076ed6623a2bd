import * as messages from '../../base/messages/lint-text.ts';
import { matches } from '../passage.ts';
import type { Rule } from '../rule.ts';

/** Words to avoid, from templates/lint.yaml. */
export const translationese: Rule = {
  name: 'translationese',
  *passage({ text }, { phrases }) {
    for (const { pattern, advice } of phrases)
      yield* matches(text, pattern, ([found]) => messages.phrase(found, advice));
  },
};
