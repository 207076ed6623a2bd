/** A share of a whole above 100 %, or a count, amount or share below zero. Growth rates and points of change may be either. */
import { outOfRange } from '../../base/messages/checks.ts';
import { statesChange } from '../../model/plan/target.ts';
import type { Check, TargetCase } from './check.ts';

export const outOfRangeCheck: Check<TargetCase> = {
  name: 'out-of-range',
  effect: 'verify',
  voids: true,
  run({ target, value, about }) {
    if (!value || statesChange(target)) return [];
    const tooMuch = target.kind === 'ratio' && target.unit === '%' && value.value > 100;
    return tooMuch || value.value < 0 ? [outOfRange(about, value)] : [];
  },
};
