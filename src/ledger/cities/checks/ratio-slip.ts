/** A share with its decimal point in the wrong place: a fraction of the last one, or many times it; of a first one, of all others. */
import { decimalsOf, multiply, subtract, toFixed } from '../../../base/decimal.ts';
import { cityRatioAlone, cityRatioLeaps } from '../../../base/messages/city-checks.ts';
import { type CityCheck, FEWEST } from './check.ts';

/** Shares hardly fall to a fifth within a quarter; the true one may have risen to twice the last. */
const FRACTION = 5;
/** Beginnings rise fast: from 0.5 % to 6 % is no slip. */
const RISE = 20;

export const ratioSlip: CityCheck = {
  name: 'city-ratio-slip',
  effect: 'verify',
  voids: true,
  run: ({ indicator, value, last, others, about, rules: { slipFactor } }) => {
    if (indicator.kind !== 'ratio') return [];
    if (last && last.value > 0) {
      const change = subtract(value.value, last.value);
      const fell = multiply(value.value, FRACTION) <= last.value;
      const rose = value.value >= multiply(last.value, slipFactor) && change >= RISE;
      const decimals = Math.max(value.decimals, last.decimals);
      return fell || rose ? [cityRatioLeaps(about, value, last, toFixed(Math.abs(change), decimals))] : [];
    }
    if (others.length < FEWEST) return [];
    const lowest = Math.min(...others);
    return lowest > 0 && multiply(value.value, FRACTION) <= lowest
      ? [cityRatioAlone(about, value, { ...value, value: lowest, decimals: decimalsOf(lowest) })]
      : [];
  },
};
