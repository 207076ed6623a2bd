/**
 * What the year is likely to end with if the rest of it goes like what has passed: forecast rate = rate ÷ pace. A plain
 * extrapolation, printed with its method; it knows nothing of seasons beyond the target's own quarterly nodes.
 */
import { add, divide, multiply, roundHalfUp, scale, subtract, withoutNoise } from '../../base/decimal.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { TargetRecord } from '../../model/ledger/ledger.ts';
import type { Period } from '../../model/period.ts';
import { forecastsIn, type Rules } from '../../model/plan/rules.ts';
import { hasBaseline, type Target } from '../../model/plan/target.ts';
import type { Status } from '../../model/status.ts';
import { rateFigure } from './figures.ts';
import { completionRate, fulfils, isLevel } from './progress.ts';

const FORECAST_RULE = '预计全年完成率 = 完成率 ÷ 序时进度；预计全年值由预计完成率推算';

/** A share has no more, %. */
const WHOLE = 100;

type Forecast = TargetRecord['forecast'];

/**
 * null too early in the year (rules.forecastFrom) and at its end, for what is done already or may not be used, for levels
 * and yes-no targets, and before anything is expected.
 * @param rates unrounded rate and pace, %
 */
export function forecastOf(
  { target, value, status }: { target: Target; value: Figure | undefined; status: Status },
  rates: { rate: number | undefined; expected: number | undefined },
  { period, pace }: { period: Period; pace: Rules['pace'] },
): Forecast {
  const { rate, expected } = rates;
  if (!value || rate === undefined || !expected || !forecastsIn(period, { pace })) return null;
  if (status === 'done' || status === 'toVerify') return null;
  if (isLevel(target) || target.operator === 'yesNo' || target.schedule.type === 'deadline') return null;
  const quotient = divide(multiply(rate, 100), expected);
  if (quotient === undefined || quotient < 0) return null;
  // 7 of 15 where 7 are due is the whole year, and not a hair less, by which 15 would become 14.
  const forecast = withoutNoise(quotient);
  const from = hasBaseline(target) ? target.baseline.value : 0;
  const drawnOn = withoutNoise(add(from, divide(multiply(subtract(target.value, from), forecast), 100) ?? 0));
  const end = target.kind === 'ratio' && target.unit === '%' ? Math.min(drawnOn, WHOLE) : drawnOn;
  // A fast way down can't be drawn on below zero.
  if (target.operator === 'atMost' && end < 0) return null;
  // Never more exact than what it was made of.
  const { decimals } = value;
  const enough = fulfils(target, end, pace);
  return {
    enough,
    rate: rateFigure(
      end === drawnOn ? forecast : (completionRate(target, end) ?? forecast),
      '%',
      FORECAST_RULE,
      [value],
    ),
    value: {
      value: enough ? roundHalfUp(end, decimals) : short(end, target, decimals, pace),
      unit: target.unit,
      decimals,
      qualifier: '',
      provenance: { kind: 'derived', rule: FORECAST_RULE, from: [value] },
    },
  };
}

/** 14.7 of 15 is not printed as 15 beside 97.8%: one off in the last place where rounding would say that it is enough. */
function short(value: number, target: Target, decimals: number, pace: Rules['pace']): number {
  const near = roundHalfUp(value, decimals);
  if (!fulfils(target, near, pace)) return near;
  const step = scale(1, -decimals);
  return target.operator === 'atMost' ? add(near, step) : subtract(near, step);
}
