/** 序时进度: what is expected of a target after so many months of the year. Percentages are unrounded. */
import { add, divide, multiply, subtract, withoutNoise } from '../../base/decimal.ts';
import { type Period, periodEnd } from '../../model/period.ts';
import type { Rules } from '../../model/plan/rules.ts';
import { hasBaseline, type Target } from '../../model/plan/target.ts';
import { completionRate, isLevel, wayOfFew } from './progress.ts';

const MONTHS = 12;

/** Months from the start of the year to a day, the day included: 2022-06-30 → 6, 2022-06-15 → 5.5. */
export function monthsUntil(isoDate: string): number {
  const [year, month, day] = isoDate.split('-').map(Number) as [number, number, number];
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month - 1 + day / days;
}

/** Straight line in % after `months`, full at `deadlineMonths` (12 = the year's end): 3 of 12 → 25, 8 of 12 → 66.67. */
export function linearPace(months: number, deadlineMonths: number = MONTHS): number {
  if (months >= deadlineMonths) return 100;
  return divide(multiply(months, 100), deadlineMonths) ?? 100;
}

/** Last month that counts: the plan's deadline when it lies within the year, otherwise the year's end. */
function deadlineMonths(target: Target, year: number): number {
  if (!target.deadline || Number(target.deadline.slice(0, 4)) > year) return MONTHS;
  return Number(target.deadline.slice(0, 4)) < year ? 0 : monthsUntil(target.deadline);
}

/** Whether the target's deadline, or the year's end, has come by the period's end. */
export function isDue(target: Target, period: Period): boolean {
  return periodEnd(period) >= (target.deadline ?? `${period.year}-12-31`);
}

/** Whether anything is expected at the period's end, be it nought: not of levels, nor before a deadline or a node. */
function hasPace(target: Target, period: Period): boolean {
  if (isLevel(target)) return false;
  const { schedule } = target;
  const node = schedule.type === 'nodes' ? schedule.nodes[period.quarter - 1] : null;
  return schedule.type === 'linear' || (node !== null && node !== undefined) || isDue(target, period);
}

/** While the plan expects nothing yet (no node so far, or a deadline to come), no value is owed. */
export const isOwed = (target: Target, period: Period): boolean =>
  (isLevel(target) && target.schedule.type !== 'deadline') ||
  isDue(target, period) ||
  hasPace(target, period);

/**
 * Completion in % that is expected at the period's end; undefined when nothing is. A node is turned into a rate the way a
 * value is, so that baselines are respected. Of a few things, as many are due as the straight line has passed: of two,
 * none after the first quarter and one after the second.
 */
export function expectedRate(target: Target, period: Period, rules: Rules['pace']): number | undefined {
  if (!hasPace(target, period)) return undefined;
  switch (target.schedule.type) {
    case 'linear': {
      const rate = linearPace(period.quarter * 3, deadlineMonths(target, period.year));
      const way = wayOfFew(target, rules);
      return way === undefined ? rate : divide(multiply(wholeShare(way, rate), 100), way);
    }
    case 'nodes': {
      const node = target.schedule.nodes[period.quarter - 1];
      return node === null || node === undefined ? 100 : completionRate(target, node);
    }
    case 'deadline':
      return 100;
    case 'level':
      return undefined;
  }
}

/** Whole things of `way` that `rate` % of it make up. */
const wholeShare = (way: number, rate: number): number =>
  Math.floor(withoutNoise(divide(multiply(way, rate), 100) ?? 0));

/** The value that is expected at the period's end, in the target's unit, unrounded; undefined where none is. */
export function expectedValue(target: Target, period: Period, rules: Rules['pace']): number | undefined {
  if (target.schedule.type === 'nodes') return target.schedule.nodes[period.quarter - 1] ?? undefined;
  const rate = target.schedule.type === 'linear' ? expectedRate(target, period, rules) : undefined;
  if (rate === undefined) return undefined;
  const start = hasBaseline(target) ? target.baseline.value : 0;
  const way = subtract(target.value, start);
  const few = wayOfFew(target, rules);
  // The rate of one in three is endless, the one is not.
  if (few !== undefined) return add(start, multiply(Math.sign(way), wholeShare(few, rate)));
  return withoutNoise(add(start, divide(multiply(way, rate), 100) ?? 0));
}

/** Of a few things that are due, whether no more than one is missing; false where the day has come and there is none. */
export function lacksOne(
  target: Target,
  { rate, expected, due }: { rate: number; expected: number; due: boolean },
  rules: Rules['pace'],
): boolean {
  const way = wayOfFew(target, rules);
  if (way === undefined || (due && rate <= 0)) return false;
  const missing = divide(multiply(way, subtract(expected, rate)), 100) ?? 0;
  return withoutNoise(missing) <= 1;
}

/** 序时差 in 百分点, unrounded; positive when ahead. */
export function paceGap(rate: number, expected: number): number {
  return subtract(rate, expected);
}
