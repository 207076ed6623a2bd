/** The unit calls the task 已完成 while a target is not met or the last stage is not reached. */
import type { Quantity } from '../../base/chinese/quantity.ts';
import { decimalsOf } from '../../base/decimal.ts';
import { claimBelowStage, claimBelowTarget } from '../../base/messages/ledger.ts';
import type { TargetRecord } from '../../model/ledger/ledger.ts';
import type { Rules } from '../../model/plan/rules.ts';
import { STATUS_FACES } from '../../model/status.ts';
import { fulfils } from '../verdicts/progress.ts';
import type { Check, TaskCase } from './check.ts';

/** A value in another unit can't be compared; unit-mismatch speaks of it. */
function isUnmet({ target, value }: TargetRecord, rules: Rules): boolean {
  return !value || (value.unit === target.unit && !fulfils(target, value.value, rules.pace));
}

export const claim: Check<TaskCase> = {
  name: 'claim',
  effect: 'notice',
  voids: false,
  run({ entry, targets, milestone, about, rules }) {
    if (entry.selfAssessment?.value !== 'done') return [];
    const at = entry.selfAssessment.at;
    const unmet = targets.filter((record) => isUnmet(record, rules));
    const findings = unmet.map((record) =>
      claimBelowTarget({ ...about, target: record.target.name, at }, record.value, plannedOf(record)),
    );
    if (milestone && milestone.reached < milestone.nodes.length) {
      const reached = milestone.nodes[milestone.reached - 1]?.stage ?? STATUS_FACES.notStarted.word;
      findings.push(claimBelowStage({ ...about, at }, reached, milestone.nodes.at(-1)?.stage ?? ''));
    }
    return findings;
  },
};

function plannedOf({ target }: TargetRecord): Quantity {
  return { value: target.value, unit: target.unit, decimals: decimalsOf(target.value), qualifier: '' };
}
