import * as messages from '../../base/messages/lint-text.ts';
import { matches } from '../passage.ts';
import { pattern } from '../patterns.ts';
import type { Rule } from '../rule.ts';

const N = '\\d{1,9}(?:\\.\\d{1,4})?';
/** What makes two numbers with a hyphen a range and no number of a document, telephone or date. */
const UNIT = '年|月|日|时|%|％|万|亿|个|项|家|条|户|人|名|元|天|倍|页|级|件|次|号|季度|公里|平方';
const HYPHEN = pattern(`(?<![\\d.A-Za-z/-])(${N}(?:年|月|日|%|万|亿)?) ?[-~－–﹣] ?(${N})(?=${UNIT})`);
const PERCENT = pattern(`(?<![\\d.])(${N})([～—~至-])(${N})%`);
const MAGNITUDE = pattern(`(?<![\\d.])(${N})([～—~])(${N})([万亿])`);

/** 2022—2024年, 2～3条; 20%～30% and 3万～5万 repeat what belongs to both (GB/T 15835-2011). */
export const ranges: Rule = {
  name: 'ranges',
  *passage({ text }) {
    yield* matches(text, HYPHEN, ([found, from, to]) => messages.rangeMark(found, `${from}—${to}`));
    yield* matches(text, PERCENT, ([found, from, mark, to]) =>
      messages.rangeRepeats(found, `${from}%${mark === '至' ? mark : '～'}${to}%`),
    );
    yield* matches(text, MAGNITUDE, ([found, from, , to, size]) =>
      messages.rangeRepeats(found, `${from}${size}～${to}${size}`),
    );
  },
};
