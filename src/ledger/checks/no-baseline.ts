/** A stock or share is judged from its value at the start of the year; without one its rate starts too high. */
import { noBaseline } from '../../base/messages/checks.ts';
import { isLevel } from '../verdicts/progress.ts';
import type { Check, TargetCase } from './check.ts';

export const noBaselineCheck: Check<TargetCase> = {
  name: 'no-baseline',
  effect: 'notice',
  voids: false,
  run({ target, value, about }) {
    const needed = (target.kind === 'stock' || target.kind === 'ratio') && !isLevel(target);
    // Nought is no more than nought of whatever it is measured by.
    return value && value.value !== 0 && needed && !target.baseline ? [noBaseline(about, value)] : [];
  },
};
