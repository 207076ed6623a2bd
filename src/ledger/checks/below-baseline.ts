/** The year's first value of a stock below its value at the start of the year; later ones are falling's. */
import { belowBaseline } from '../../base/messages/checks.ts';
import type { Target } from '../../model/plan/target.ts';
import type { Check, TargetCase } from './check.ts';

export const belowBaselineCheck: Check<TargetCase> = {
  name: 'below-baseline',
  effect: 'notice',
  voids: false,
  run: ({ target, value, last, baseline, about }) =>
    value && !last && baseline && rises(target) && value.value < baseline.value
      ? [belowBaseline(about, value, baseline)]
      : [],
};

const rises = (target: Target): boolean => target.kind === 'stock' && target.operator !== 'atMost';
