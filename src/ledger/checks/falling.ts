/** A cumulative value below the last one of the year. */
import { fallen } from '../../base/messages/ledger.ts';
import { accumulates } from '../progress.ts';
import type { Check, TargetCase } from './check.ts';

export const falling: Check<TargetCase> = {
  name: 'falling',
  effect: 'verify',
  voids: false,
  run: ({ target, value, last, about }) =>
    value && last && accumulates(target) && value.value < last.value ? [fallen(about, value, last)] : [],
};
