/**
 * 万元 for 亿元, 万个 for 个: rules.checks.jumpFactor times the last value or more, that small a part of it, or more than
 * that many times the target.
 */
import { multiply } from '../../../base/decimal.ts';
import { cityJump, cityOverTarget } from '../../../base/messages/city-checks.ts';
import { type CityCheck, isQuantity } from './check.ts';

export const magnitudeSlip: CityCheck = {
  name: 'city-magnitude-slip',
  effect: 'verify',
  voids: true,
  run: ({ indicator, value, last, target, about, rules: { jumpFactor } }) => {
    if (!isQuantity(indicator) || value.value <= 0) return [];
    if (
      last &&
      last.value > 0 &&
      (value.value >= multiply(last.value, jumpFactor) || multiply(value.value, jumpFactor) <= last.value)
    )
      return [cityJump(about, value, last)];
    const over = target && target.value > 0 && value.value > multiply(target.value, jumpFactor);
    return over ? [cityOverTarget(about, value, target, jumpFactor)] : [];
  },
};
