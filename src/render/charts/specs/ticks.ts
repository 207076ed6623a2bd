/** Ends and ticks of the value axis: round numbers. */
import { formatNumber } from '../../../base/chinese/format.ts';
import { add, decimalsOf, divide, multiply } from '../../../base/decimal.ts';
import type { ChartAxis } from '../../../model/document/chart.ts';

export interface ValueTicks {
  min: number;
  max: number;
  ticks: { value: number; label: string }[];
}

/**
 * In: the values to be shown and the wished number of intervals. Out: an axis from zero (or the fixed ends) that
 * holds them all, in steps of 1, 2 or 5 × 10ⁿ; whole steps when all values are whole.
 */
export function valueTicks(axis: ChartAxis, values: readonly number[], intervals: number): ValueTicks {
  const low = axis.min ?? Math.min(0, ...values);
  const high = Math.max(axis.max ?? Math.max(...values, 0), low + 1e-9);
  const whole = [...values, low].every(Number.isInteger);
  const step = roundStep((high - low) / intervals, whole);
  const first = Math.floor((low + step * 1e-6) / step);
  const min = axis.min ?? multiply(first, step);
  // Where all is zero the axis still needs a length.
  const max = axis.max ?? Math.max(add(min, step), multiply(Math.ceil((high - step * 1e-6) / step), step));
  const ticks: ValueTicks['ticks'] = [];
  const decimals = Math.max(decimalsOf(step), decimalsOf(min));
  for (let value = min; value <= max + step * 1e-6; value = add(value, step)) {
    ticks.push({ value, label: formatNumber({ value, decimals }) });
  }
  return { min, max, ticks };
}

function roundStep(raw: number, whole: boolean): number {
  const exponent = Math.floor(Math.log10(raw));
  const unit = Number(`1e${exponent}`);
  const factor = [1, 2, 5, 10].find((f) => (divide(raw, unit) ?? 0) <= f + 1e-9) ?? 10;
  const step = multiply(factor, unit);
  return whole ? Math.max(1, step) : step;
}

/** Round numbers between two ends, which need not be round themselves; about `intervals` steps. */
export function roundTicks(low: number, high: number, intervals: number): ValueTicks['ticks'] {
  const step = roundStep((high - low) / intervals, false);
  const decimals = decimalsOf(step);
  const ticks: ValueTicks['ticks'] = [];
  for (
    let value = multiply(Math.ceil(low / step - 1e-6), step);
    value <= high + step * 1e-6;
    value = add(value, step)
  )
    ticks.push({ value, label: formatNumber({ value, decimals }) });
  return ticks;
}
