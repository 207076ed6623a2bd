/** A cumulative value, or a number of things that only ever grows in a plan's year, below the last one of the year. */
import { fallen } from '../../base/messages/ledger.ts';
import type { Target } from '../../model/plan/target.ts';
import { accumulates } from '../verdicts/progress.ts';
import type { Check, TargetCase } from './check.ts';

export const falling: Check<TargetCase> = {
  name: 'falling',
  effect: 'verify',
  voids: false,
  run: ({ target, value, last, about }) =>
    value && last && mayNotFall(target) && value.value < last.value
      ? [fallen(about, value, last, accumulates(target) ? '累计数' : '期末数')]
      : [],
};

/** A stock that really shrank is rare enough to ask the unit, unless the plan wants it to. */
const mayNotFall = (target: Target): boolean =>
  accumulates(target) || (target.kind === 'stock' && target.operator !== 'atMost');
