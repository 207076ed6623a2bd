/** A value in a unit that can't be brought to the target's: 家 for 亿元. */
import { unitMismatch } from '../../base/messages/ledger.ts';
import type { Check, TargetCase } from './check.ts';

export const unitMismatchCheck: Check<TargetCase> = {
  name: 'unit-mismatch',
  effect: 'verify',
  voids: true,
  run: ({ about, raw, value, target }) => (value ? [] : [unitMismatch(about, raw, target.unit)]),
};
