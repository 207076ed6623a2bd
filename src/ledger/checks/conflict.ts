/** Another unit's value for the same target differs by more than rules.checks.conflictShare of the responsible unit's. */
import { multiply, subtract } from '../../base/decimal.ts';
import { unitsDisagree } from '../../base/messages/ledger.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { UnitValue } from '../returns/merge.ts';
import type { Check, TargetCase } from './check.ts';

/** The others that disagree with `value`; a value in another unit of measurement always does. */
export function disagreeing(value: Figure, others: readonly UnitValue[], share: number): UnitValue[] {
  const allowed = multiply(Math.abs(value.value), share);
  return others.filter(
    ({ figure }) => figure.unit !== value.unit || Math.abs(subtract(figure.value, value.value)) > allowed,
  );
}

export const conflict: Check<TargetCase> = {
  name: 'conflict',
  effect: 'verify',
  voids: false,
  run({ value, others, about, rules }) {
    if (!value) return [];
    return disagreeing(value, others, rules.checks.conflictShare).map((other) =>
      unitsDisagree(about, value, other.unit, other.figure),
    );
  },
};
