/** A total and its parts (rules.checks.sums) that do not add up, or a part that is more than its whole. */
import { add, multiply, subtract } from '../../base/decimal.ts';
import { partsExceed, sumDiffers } from '../../base/messages/checks.ts';
import type { Check, TargetCase } from './check.ts';

export const sumDiffersCheck: Check<TargetCase> = {
  name: 'sum-differs',
  effect: 'verify',
  voids: false,
  run({ value, sums, about, rules }) {
    if (!value) return [];
    return sums.flatMap(({ relation, parts }) => {
      const total = parts.reduce((sum, part) => add(sum, part.value.value), 0);
      const decimals = Math.max(...parts.map((part) => part.value.decimals));
      const sum = { value: total, unit: value.unit, decimals, qualifier: '' as const };
      const names = parts.map((part) => part.name);
      const allowed = multiply(Math.abs(value.value), rules.checks.sumShare);
      const over = subtract(total, value.value);
      if (relation === 'atMost') return over > allowed ? [partsExceed(about, value, sum, names)] : [];
      return Math.abs(over) > allowed ? [sumDiffers(about, value, sum, names)] : [];
    });
  },
};
