/**
 * 万 for 亿, or a unit forgotten: the value is rules.checks.jumpFactor times the last one or more (or that small a part
 * of it), or more than that many times the target. Growth rates swing and cross zero, so they are only held against
 * the target; yes-no values can't slip.
 */
import { multiply } from '../../base/decimal.ts';
import { jumpFromLast, jumpOverTarget } from '../../base/messages/ledger.ts';
import type { Check, TargetCase } from './check.ts';

export const magnitudeSlip: Check<TargetCase> = {
  name: 'magnitude-slip',
  effect: 'verify',
  voids: true,
  run({ target, planned, value, last, about, rules }) {
    if (!value || target.operator === 'yesNo') return [];
    const factor = rules.checks.jumpFactor;
    const comparable = last && last.value > 0 && value.value > 0 && target.kind !== 'growth';
    if (
      comparable &&
      (value.value >= multiply(last.value, factor) || multiply(value.value, factor) <= last.value)
    ) {
      return [jumpFromLast(about, value, last)];
    }
    const ceiling = multiply(target.upper ?? target.value, factor);
    return ceiling > 0 && value.value > ceiling ? [jumpOverTarget(about, value, planned, factor)] : [];
  },
};
