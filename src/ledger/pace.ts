/** 序时进度: what is expected of a target after so many months of the year. Percentages are unrounded. */
import { add, divide, multiply, subtract } from '../base/decimal.ts';
import { type Period, periodEnd } from '../model/period.ts';
import type { Target } from '../model/target.ts';
import { completionRate, hasBaseline, isLevel } from './progress.ts';

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

/**
 * Completion in % that is expected at the period's end; undefined when nothing is: levels (they are compared as they
 * stand), a deadline still ahead, a quarter whose node is null. A node is turned into a rate the way a value is, so
 * that baselines are respected.
 */
export function expectedRate(target: Target, period: Period): number | undefined {
  if (isLevel(target)) return undefined;
  switch (target.schedule.type) {
    case 'linear':
      return linearPace(period.quarter * 3, deadlineMonths(target, period.year));
    case 'nodes': {
      const node = target.schedule.nodes[period.quarter - 1];
      if (node === null || node === undefined) return isDue(target, period) ? 100 : undefined;
      return completionRate(target, node);
    }
    case 'deadline':
      return isDue(target, period) ? 100 : undefined;
    case 'level':
      return undefined;
  }
}

/** The value that is expected at the period's end, in the target's unit, unrounded; undefined where none is. */
export function expectedValue(target: Target, period: Period): number | undefined {
  if (target.schedule.type === 'nodes') return target.schedule.nodes[period.quarter - 1] ?? undefined;
  const rate = target.schedule.type === 'linear' ? expectedRate(target, period) : undefined;
  if (rate === undefined) return undefined;
  const start = hasBaseline(target) ? (target.baseline?.value ?? 0) : 0;
  return add(start, divide(multiply(subtract(target.value, start), rate), 100) ?? 0);
}

/** 序时差 in 百分点, unrounded; positive when ahead. */
export function paceGap(rate: number, expected: number): number {
  return subtract(rate, expected);
}
