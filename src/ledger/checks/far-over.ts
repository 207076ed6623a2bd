/** A target met rules.checks.overTarget times over: a success, a soft target, or another thing counted. */
import { multiply } from '../../base/decimal.ts';
import { farOver } from '../../base/messages/checks.ts';
import type { Check, TargetCase } from './check.ts';

export const farOverCheck: Check<TargetCase> = {
  name: 'far-over',
  effect: 'notice',
  voids: false,
  run({ target, planned, value, about, rules }) {
    if (!value || target.operator === 'yesNo' || target.operator === 'atMost' || target.value <= 0) return [];
    const limit = multiply(target.upper ?? target.value, rules.checks.overTarget);
    return value.value >= limit ? [farOver(about, value, planned, rules.checks.overTarget)] : [];
  },
};
