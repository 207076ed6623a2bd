import * as messages from '../../base/messages/lint-text.ts';
import { matches } from '../passage.ts';
import { HAN, pattern } from '../patterns.ts';
import type { Rule } from '../rule.ts';

/** “…” by itself in quotation marks is spoken of as a sign. */
const ELLIPSIS = pattern(
  `(?<![“‘])…{1,20}|(?<=[“‘])…{1,20}(?![”’])|(?<=${HAN})\\.{3,20}|\\.{3,20}(?=${HAN})|。{3,20}|·{3,20}`,
);
const DASH = pattern(
  `(?<=[${HAN}”）》])(?:-{2,10}|[─━]{1,10}|—{3,10})|(?:-{2,10}|[─━]{1,10})(?=[${HAN}“（《])`,
);

/** What stands for 不适用 in a table of statistics. */
const NOT_APPLICABLE = '…';

/** …… and —— are two characters wide each. */
export const ellipsisDash: Rule = {
  name: 'ellipsisDash',
  *passage({ role, text }) {
    if (role === 'cell' && text === NOT_APPLICABLE) return;
    yield* matches(text, ELLIPSIS, ([found]) =>
      found === '……' || found === '…………' ? undefined : messages.ellipsis(found),
    );
    yield* matches(text, /……等(?!级)/g, () => messages.ellipsisAndSoOn());
    yield* matches(text, DASH, ([found]) => messages.dash(found));
  },
};
