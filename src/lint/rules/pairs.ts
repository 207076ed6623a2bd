import * as messages from '../../base/messages/lint-text.ts';
import { BRANCH, type Finding, finding } from '../passage.ts';
import type { Rule } from '../rule.ts';

const CLOSE = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['（', '）'],
  ['《', '》'],
  ['〈', '〉'],
  ['〔', '〕'],
  ['【', '】'],
]);
const OPEN = new Map([...CLOSE].map(([open, close]) => [close, open]));
/** What the same mark within itself should be. */
const INNER: Partial<Record<string, string>> = { '“': '‘ ’', '《': '〈 〉', '（': '〔 〕' };
const MARK = /[“”‘’（）《》〈〉〔〕【】]/g;

/** Quotes, brackets and title marks come in pairs; nested ones alternate. */
export const pairs: Rule = {
  name: 'pairs',
  *passage({ text }) {
    // In branches of a template a pair may be opened twice and printed once; the composed document shows the truth.
    const certain = !text.includes(BRANCH);
    const open: { mark: string; at: number }[] = [];
    for (const { 0: mark, index } of text.matchAll(MARK)) {
      if (CLOSE.has(mark)) {
        const inner = INNER[mark];
        if (certain && inner && open.length < 20 && open.some((one) => one.mark === mark))
          yield finding(index, index + 1, messages.nested(mark, inner));
        open.push({ mark, at: index });
        continue;
      }
      if (isNoClosing(text, mark, index)) continue;
      const opened = open.at(-1);
      if (opened && CLOSE.get(opened.mark) === mark) open.pop();
      else if (certain) yield* lone(mark, index, OPEN.get(mark) ?? '');
    }
    if (certain) for (const { mark, at } of open) yield* lone(mark, at, CLOSE.get(mark) ?? '');
  },
};

function* lone(mark: string, index: number, missing: string): Iterable<Finding> {
  yield finding(index, index + 1, messages.unpaired(mark, missing));
}

/** An apostrophe, or the bracket of 1）. */
function isNoClosing(text: string, mark: string, index: number): boolean {
  if (mark === '’') return /[A-Za-z]/.test(text[index - 1] ?? '');
  return (
    mark === '）' &&
    /(?:^|[。；：\n])[\d一二三四五六七八九十a-z]{1,2}$/.test(text.slice(Math.max(0, index - 3), index))
  );
}
