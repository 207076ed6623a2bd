/**
 * A decimal point in the wrong place: ten times the last value (before there is one: what is expected by now, or for what
 * is there at the period's end the target) and well over the target. A first number of things that are there, so small that ten
 * times as many would do, is one too; of what accumulates, little may be a slow start. Larger jumps are magnitude-slip's.
 */
import { multiply } from '../../../base/decimal.ts';
import { cityFarBelow, cityTenfold } from '../../../base/messages/city-checks.ts';
import { type CityCheck, isQuantity } from './check.ts';

/** Of a few things one may well be there at first. */
const FEW = 20;

export const tenfoldSlip: CityCheck = {
  name: 'city-tenfold-slip',
  effect: 'verify',
  voids: true,
  run: ({ indicator, value, last, target, expected, about, rules }) => {
    if (!isQuantity(indicator) || value.value <= 0) return [];
    const { slipFactor, slipOverTarget, jumpFactor } = rules;
    const known = last && last.value > 0 ? last : null;
    const reference = known ?? (indicator.kind === 'stock' ? target : expected);
    if (!reference || reference.value <= 0) return [];
    const goal = target && target.value > 0 ? target : null;
    const enough = goal && multiply(goal.value, slipOverTarget);
    const fromLast = known && value.value >= multiply(known.value, jumpFactor);
    if (fromLast || (goal && value.value > multiply(goal.value, jumpFactor))) return [];
    const wide = value.value >= multiply(reference.value, slipFactor);
    if (wide && (enough === null || value.value > enough)) {
      const what = known ? '上次' : indicator.kind === 'stock' ? '年度目标' : '序时进度';
      return [cityTenfold(about, value, [reference, what], goal)];
    }
    const first = !known && goal !== null && enough !== null && indicator.kind === 'stock';
    const little = first && goal.value >= FEW && multiply(value.value, slipFactor) <= enough;
    return little ? [cityFarBelow(about, value, goal)] : [];
  },
};
