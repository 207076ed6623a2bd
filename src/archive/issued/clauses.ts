/** Two writings of one text: the clauses that are not alike. */
import { diffArrays } from 'diff';
import { tokens } from '../likeness.ts';

/** A text that is no longer than this is told whole: a cell, a heading. */
const SHORT = 24;
const CLAUSE_END = /[，。；：！？、]/;

interface Span {
  from: number;
  to: number;
}

/** In the order of the text; '' where something was added, or has gone. */
export function clausesChanged(was: string, is: string): { was: string; is: string }[] {
  if (was.length <= SHORT && is.length <= SHORT) return [{ was, is }];
  const [old, now] = [clausesOf(was), clausesOf(is)];
  const spans: { was: Span; is: Span }[] = [];
  let [a, b] = [0, 0];
  for (const { added, removed, value } of diffArrays(tokens(was), tokens(is))) {
    const length = value.join('').length;
    if (added || removed) {
      const here = {
        was: around(old, { from: a, to: a + (removed ? length : 0) }),
        is: around(now, { from: b, to: b + (added ? length : 0) }),
      };
      const last = spans.at(-1);
      // A clause is told once, however often it is changed.
      if (last && (here.was.from < last.was.to || here.is.from < last.is.to))
        spans[spans.length - 1] = { was: over(last.was, here.was), is: over(last.is, here.is) };
      else spans.push(here);
    }
    if (!added) a += length;
    if (!removed) b += length;
  }
  return spans.map((span) => ({ was: cut(was, span.was), is: cut(is, span.is) }));
}

const cut = (text: string, { from, to }: Span): string => text.slice(from, to).trim();
const over = (one: Span, other: Span): Span => ({
  from: Math.min(one.from, other.from),
  to: Math.max(one.to, other.to),
});

/** A comma within brackets ends no clause. */
function clausesOf(text: string): Span[] {
  const clauses: Span[] = [];
  let from = 0;
  let depth = 0;
  for (const [i, character] of [...text].entries()) {
    if (character === '（') depth += 1;
    else if (character === '）') depth = Math.max(0, depth - 1);
    else if (depth === 0 && CLAUSE_END.test(character)) {
      clauses.push({ from, to: i });
      from = i + 1;
    }
  }
  return [...clauses, { from, to: text.length }];
}

/** Of what has no comma for so long, only what stands about the change. */
const LONG = 60;
const ABOUT = 16;

/** The clauses that it lies in, or that it touches where it is empty. */
function around(clauses: readonly Span[], { from, to }: Span): Span {
  const touched = clauses
    .filter((one) => one.from <= to && one.to >= from && (from === to || one.to > from))
    .map((one) => {
      if (one.to - one.from <= LONG) return one;
      return { from: Math.max(one.from, from - ABOUT), to: Math.min(one.to, to + ABOUT) };
    });
  return {
    from: Math.min(from, ...touched.map((one) => one.from)),
    to: Math.max(to, ...touched.map((one) => one.to)),
  };
}
