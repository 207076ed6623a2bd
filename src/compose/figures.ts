/** Figures made while composing: counts of ledger records, shares of them, the pace of the year. */
import { divide, multiply, roundHalfUp } from '../base/decimal.ts';
import type { Figure } from '../model/document/figure.ts';

/** A number of records; `what` says which, for the reader who asks where it comes from. */
export function count(n: number, what: string, unit = '项'): Figure {
  return { value: n, unit, decimals: 0, qualifier: '', provenance: { kind: 'count', what } };
}

/** part ÷ whole in %, one decimal, rounded half up once; null when there is nothing to divide by. */
export function share(part: Figure, whole: Figure): Figure | null {
  const rate = divide(part.value, whole.value);
  if (rate === undefined) return null;
  return {
    value: roundHalfUp(multiply(rate, 100), 1),
    unit: '%',
    decimals: 1,
    qualifier: '',
    provenance: { kind: 'derived', rule: '占比＝部分÷总数', from: [part, whole] },
  };
}

/** 序时进度 of a period or a month, in %: the months gone by, of twelve. */
export function paceFigure(value: number, decimals: number): Figure {
  return {
    value,
    unit: '%',
    decimals,
    qualifier: '',
    provenance: { kind: 'derived', rule: '序时进度＝已过月数÷12', from: [] },
  };
}
