import * as messages from '../../base/messages/lint-text.ts';
import { matches, type Role } from '../passage.ts';
import type { Rule } from '../rule.ts';

const LEADING_ZERO = /(?<!\d)0[1-9](?:月(?!报)|日)/gu;
const CHARACTERS = /[一二][〇○零九][〇○零一二三四五六七八九]{2}年/gu;
const SHORT =
  /(?<![\d近前后第过满—～-])[0-4]\d年(?=\d{1,2}月|年?底|年?末|年?初|度|[上下]半年|[一二三四]季度)/gu;
const MACHINE = /(?<![\d.A-Za-z/-])(?:19|20)\d{2}([-./])\d{1,2}\1\d{1,2}(?![\d.A-Za-z/-])/gu;

const PROSE: ReadonlySet<Role> = new Set(['body', 'heading', 'title', 'caption']);

/** Years in four Arabic digits, months and days without leading zeros; ISO dates only in tables and notes. */
export const dates: Rule = {
  name: 'dates',
  *passage({ role, text }) {
    yield* matches(text, LEADING_ZERO, ([found]) => messages.leadingZero(found));
    yield* matches(text, CHARACTERS, ([found]) => messages.yearInCharacters(found));
    yield* matches(text, SHORT, ([found]) => messages.shortYear(found));
    if (PROSE.has(role)) yield* matches(text, MACHINE, ([found]) => messages.machineDate(found));
  },
};
