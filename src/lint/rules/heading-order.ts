import { parseNumeral, toChineseNumeral } from '../../base/chinese/numerals.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import * as messages from '../../base/messages/lint.ts';
import type { Passage } from '../passage.ts';
import { ORDINAL } from '../patterns.ts';
import type { Rule } from '../rule.ts';

const TYPED = new RegExp(`^(?:${ORDINAL}、|（${ORDINAL}）|\\d{1,2}[.．、](?!\\d)|（\\d{1,2}）)`);
const NUMBER = new RegExp(`^(?:(${ORDINAL})、|（(${ORDINAL})）|(\\d{1,3})\\.|（(\\d{1,3})）)$`);
const FORMS = [
  (n: number) => `${toChineseNumeral(n)}、`,
  (n: number) => `（${toChineseNumeral(n)}）`,
  (n: number) => `${n}.`,
  (n: number) => `（${n}）`,
];

/**
 * 一、 → （一） → 1. → （1） without gaps, numbers in order (GB/T 9704-2012, 7.3.3). Documents of two levels may go from
 * 一、 to 1.; every annex starts anew, and every chapter and appendix of a book.
 */
export const headingOrder: Rule = {
  name: 'headingOrder',
  *text({ kind, passages }) {
    const headings = passages.filter((passage) => passage.role === 'heading');
    for (const heading of headings) {
      const typed = TYPED.exec(heading.text)?.[0];
      if (typed) yield messages.typedNumber(typed)(heading.at(0, typed.length));
    }
    // Unnumbered headings have no order to keep; in a template all are still without a number.
    const numbered = kind === 'document' ? headings.filter(({ number }) => number !== '') : headings;
    yield* levelGaps(numbered, kind === 'document');
    if (kind === 'document') yield* outOfOrder(headings);
  },
};

const isAnnex = ({ number }: Passage): boolean => number.startsWith('附件');
const isPartOfBook = ({ number }: Passage): boolean => /^(?:第.+章|附录.*)$/.test(number);

/** A chapter's template may go on where the one before it stopped, so its first heading may be of any level. */
function* levelGaps(headings: Passage[], whole: boolean): Iterable<Diagnostic> {
  const skipsSecond = !headings.some((heading) => heading.level === 2);
  let before = whole ? 0 : undefined;
  for (const heading of headings) {
    const mayBe = before === undefined ? 4 : before + (before === 1 && skipsSecond ? 2 : 1);
    if (heading.level > mayBe && before !== undefined)
      yield (before === 0 ? messages.levelStart(heading.level) : messages.levelGap(before, heading.level))(
        heading.at(0, heading.text.length),
      );
    before = isAnnex(heading) ? 0 : heading.level;
  }
}

function* outOfOrder(headings: Passage[]): Iterable<Diagnostic> {
  const counters = [0, 0, 0, 0];
  for (const heading of headings) {
    if (isAnnex(heading) || isPartOfBook(heading)) counters.fill(0);
    const n = valueOfNumber(heading.number);
    if (n === undefined) continue;
    const form =
      NUMBER.exec(heading.number)
        ?.slice(1)
        .findIndex((part) => part !== undefined) ?? 0;
    const due = (counters[form] ?? 0) + 1;
    counters[form] = n;
    counters.fill(0, form + 1);
    if (n !== due)
      yield messages.numberOutOfOrder(
        heading.number,
        FORMS[form]?.(due) ?? '',
      )(heading.at(0, heading.text.length));
  }
}

function valueOfNumber(number: string): number | undefined {
  const [, one, two, three, four] = NUMBER.exec(number) ?? [];
  const digits = three ?? four;
  return digits ? Number(digits) : parseNumeral(one ?? two ?? '');
}
