/**
 * What the year is likely to end with if the rest of it goes like what has passed: forecast rate = rate ÷ pace. A plain
 * extrapolation, printed with its method; it knows nothing of seasons beyond the target's own quarterly nodes.
 */
import { add, divide, multiply, roundHalfUp, subtract } from '../base/decimal.ts';
import type { Figure } from '../model/figure.ts';
import type { TargetRecord } from '../model/ledger.ts';
import type { Period } from '../model/period.ts';
import type { Target } from '../model/target.ts';
import { rateFigure } from './figures.ts';
import { hasBaseline, isLevel } from './progress.ts';

export const FORECAST_RULE = '预计全年完成率 = 完成率 ÷ 序时进度；预计全年值由预计完成率推算';

type Forecast = TargetRecord['forecast'];

/**
 * null at the year's end, for levels and yes-no targets, before anything is expected, and for values that may not be
 * used.
 * @param rates unrounded rate and pace, %
 */
export function forecastOf(
  target: Target,
  value: Figure | undefined,
  rates: { rate: number | undefined; expected: number | undefined },
  period: Period,
): Forecast {
  const { rate, expected } = rates;
  if (!value || rate === undefined || !expected || period.quarter === 4) return null;
  if (isLevel(target) || target.operator === 'yesNo' || target.schedule.type === 'deadline') return null;
  const forecast = divide(multiply(rate, 100), expected);
  if (forecast === undefined || forecast < 0) return null;
  const from = hasBaseline(target) ? target.baseline.value : 0;
  const end = add(from, divide(multiply(subtract(target.value, from), forecast), 100) ?? 0);
  // A fast way down can't be drawn on below zero.
  if (target.operator === 'atMost' && end < 0) return null;
  // Never more exact than what it was made of.
  const { decimals } = value;
  return {
    rate: rateFigure(forecast, '%', FORECAST_RULE, [value]),
    value: {
      value: roundHalfUp(end, decimals),
      unit: target.unit,
      decimals,
      qualifier: '',
      provenance: { kind: 'derived', rule: FORECAST_RULE, from: [value] },
    },
  };
}
