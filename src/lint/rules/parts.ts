import * as messages from '../../base/messages/lint.ts';
import { type Finding, finding } from '../passage.ts';
import type { Rule } from '../rule.ts';

/** Characters before and after 其中 in which its whole and its parts are looked for. */
const NEAR = 40;
const QUANTITY = /(?<![\d.第])(\d{1,9}(?:\.\d{1,4})?)((?:万亿|[万亿])?[\p{Script=Han}%])/gu;

/** 共12项，其中3项…: a part is no larger than the whole that stands before, or than several wholes (甲18家、乙8家) together. */
export const parts: Rule = {
  name: 'parts',
  *passage({ text }) {
    for (let at = text.indexOf('其中'); at >= 0; at = text.indexOf('其中', at + 2)) yield* around(text, at);
  },
};

function* around(text: string, at: number): Iterable<Finding> {
  const before =
    text
      .slice(Math.max(0, at - NEAR), at)
      .split(/[。；\n]/)
      .at(-1) ?? '';
  const after = /^[^。；\n]{0,40}/.exec(text.slice(at, at + NEAR))?.[0].split(/另|此外|还有|比|较/)[0] ?? '';
  const quantities = [...before.matchAll(QUANTITY)];
  const whole = quantities.at(-1);
  if (!whole || '年月日%'.includes(whole[2] ?? '')) return;
  // 比上季度减少3项，其中…: the whole stands further ahead.
  if (/[减少降增多加]$/.test(before.slice(0, whole.index))) return;
  const sum = quantities.reduce((all, one) => all + (one[2] === whole[2] ? Number(one[1]) : 0), 0);
  for (const part of after.matchAll(QUANTITY)) {
    if (part[2] !== whole[2] || Number(part[1]) <= sum) continue;
    const start = at + part.index;
    yield finding(start, start + part[0].length, messages.partExceeds(part[0], whole[0]));
    return;
  }
}
