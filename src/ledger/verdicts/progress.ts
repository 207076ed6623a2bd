/** How far a target has come: rates in %, unrounded; rounding is the last step, in figures.ts. */
import { isStrictLimit } from '../../base/chinese/limit.ts';
import { isCountWord } from '../../base/chinese/units.ts';
import { divide, multiply, subtract } from '../../base/decimal.ts';
import type { Rules } from '../../model/plan/rules.ts';
import { hasBaseline, type Target } from '../../model/plan/target.ts';

/**
 * Growth rates, levels, upper limits without a higher value to come down from, and what had reached the target before
 * the year began, are compared with the target as they stand; they have no rate and no pace.
 */
export function isLevel(target: Target): boolean {
  if (target.kind === 'growth' || target.schedule.type === 'level') return true;
  return target.operator === 'atMost' ? !comesDown(target) : startsAbove(target);
}

/** From there no way leads up to the target, and a share of it would be nonsense: a fall would be progress. */
const startsAbove = (target: Target): boolean => hasBaseline(target) && target.baseline.value >= target.value;

/** Whether an upper limit is below the value at the start of the year, so that there is a way down to it. */
function comesDown({ baseline, value }: Target): boolean {
  return baseline !== undefined && baseline.value > value;
}

/** Whether the values of a year add up, so that quarters may be differenced and no value may fall. */
export function accumulates(target: Target): boolean {
  return (
    (target.kind === 'cumulative' || target.kind === 'events') &&
    target.operator !== 'yesNo' &&
    target.operator !== 'atMost' &&
    !isLevel(target)
  );
}

/**
 * How many things the year is to bring where they are few enough to be counted one by one: 2 for 打造2个, 3 for 5家 up
 * to 8家. Undefined for amounts, shares and higher numbers.
 */
export function wayOfFew(target: Target, { fewBelow }: Rules['pace']): number | undefined {
  if (isLevel(target) || target.operator === 'yesNo' || !isCountWord(target.unit)) return undefined;
  const from = hasBaseline(target) ? target.baseline.value : 0;
  const way = Math.abs(subtract(target.value, from));
  return Number.isInteger(target.value) && Number.isInteger(from) && way < fewBelow ? way : undefined;
}

/**
 * 完成率 in %, unrounded, of a value in the target's unit: value ÷ target; (value − baseline) ÷ (target − baseline)
 * for stocks, ratios and upper limits with a baseline; 100 or 0 for yes-no. The lower end counts for a range. Undefined
 * for levels and where target and baseline leave nothing to go.
 */
export function completionRate(target: Target, value: number): number | undefined {
  if (isLevel(target)) return undefined;
  if (target.operator === 'yesNo') return value >= 1 ? 100 : 0;
  const from = hasBaseline(target) ? target.baseline.value : 0;
  return divide(multiply(subtract(value, from), 100), subtract(target.value, from));
}

/**
 * Value as a share of the target in %, also for levels, where only thresholds use it. What goes beyond an upper limit is
 * taken off: 20% above it is 80%.
 */
export function attainment(target: Target, value: number): number | undefined {
  const share = divide(multiply(value, 100), target.value);
  return share !== undefined && target.operator === 'atMost' ? subtract(200, share) : share;
}

/**
 * Whether the value is what the plan asks: 突破, 超过 want more than the number, upper limits no more, the others at
 * least it. 左右 allows a share less, of the way from the baseline where there is one: a ratio that starts near its
 * target is not done at once.
 */
export function fulfils(target: Target, value: number, rules: Rules['pace']): boolean {
  switch (target.operator) {
    case 'exceed':
      return value > target.value;
    case 'about': {
      const ownWay = hasBaseline(target) && !isLevel(target);
      const rate = ownWay ? completionRate(target, value) : attainment(target, value);
      return rate !== undefined && rate >= multiply(rules.aboutShare, 100);
    }
    case 'yesNo':
      return value >= 1;
    case 'atMost':
      return isStrictLimit(target.wording) ? value < target.value : value <= target.value;
    case 'atLeast':
    case 'range':
    case 'batches':
      return value >= target.value;
  }
}
