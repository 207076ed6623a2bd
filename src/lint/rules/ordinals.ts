import { parseNumeral, toChineseNumeral } from '../../base/chinese/numerals.ts';
import * as messages from '../../base/messages/lint-text.ts';
import { BRANCH, type Finding, finding } from '../passage.ts';
import { ORDINAL, pattern } from '../patterns.ts';
import type { Rule } from '../rule.ts';

const MARK = pattern(`(?<=^|[。；：，、\\n])(${ORDINAL})是`);

interface Mark {
  n: number;
  start: number;
  end: number;
}

/** 一是…二是…三是… complete and in order, all separated alike, and no 。 within items that ； separates. */
export const ordinals: Rule = {
  name: 'ordinals',
  *passage({ text }) {
    // Which items a template prints is known only to the composed document.
    if (text.includes(BRANCH)) return;
    let sequence: Mark[] = [];
    for (const match of text.matchAll(MARK)) {
      const mark = {
        n: parseNumeral(match[1] as string) ?? 0,
        start: match.index,
        end: match.index + match[0].length,
      };
      if (mark.n === 1) {
        yield* judge(sequence, text);
        sequence = [];
      }
      sequence.push(mark);
    }
    yield* judge(sequence, text);
  },
};

function* judge(sequence: readonly Mark[], text: string): Iterable<Finding> {
  const [first, second] = sequence;
  if (!first) return;
  if (!second && first.n === 1) yield finding(first.start, first.end, messages.ordinalAlone());
  for (const [i, mark] of sequence.entries()) {
    if (mark.n === i + 1) continue;
    const found = `${toChineseNumeral(mark.n)}是`;
    yield finding(mark.start, mark.end, messages.ordinalMissing(found, '一是'));
    return;
  }
  const separators = new Set(sequence.slice(1).map(({ start }) => text[start - 1]));
  if (separators.size > 1 && second) yield finding(second.start, second.end, messages.ordinalSeparators());
  else if (second && separators.has('；') && text.slice(first.end, sequence.at(-1)?.start).includes('。'))
    yield finding(first.start, first.end, messages.stopInsideItems());
}
