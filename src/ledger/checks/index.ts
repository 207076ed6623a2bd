/** All cross-checks, in the order in which they speak. To add one: its file, and a line here. */
import { afterName, targetOf } from '../../base/messages/ledger.ts';
import type { Finding } from '../../model/ledger/finding.ts';
import type { Acknowledgement } from '../../model/returns/acknowledgement.ts';
import { findingOf, isDoubt } from '../returns/acknowledge.ts';
import { type Checked, voidFirst } from '../returns/void-first.ts';
import { belowBaselineCheck } from './below-baseline.ts';
import type { Check, EvidenceCase, TargetCase, TaskCase } from './check.ts';
import { claim } from './claim.ts';
import { conflict } from './conflict.ts';
import { copied } from './copied.ts';
import { evidenceDate } from './evidence-date.ts';
import { falling } from './falling.ts';
import { farOverCheck } from './far-over.ts';
import { magnitudeSlip } from './magnitude-slip.ts';
import { missingEvidence } from './missing-evidence.ts';
import { noBaselineCheck } from './no-baseline.ts';
import { outOfRangeCheck } from './out-of-range.ts';
import { problemLeftCheck } from './problem-left.ts';
import { sumDiffersCheck } from './sum-differs.ts';
import { tenfoldSlip } from './tenfold.ts';
import { textDiffersCheck } from './text-differs.ts';
import { unexplainedCheck } from './unexplained.ts';
import { unitMismatchCheck } from './unit-mismatch.ts';

const TARGET_CHECKS: readonly Check<TargetCase>[] = [
  unitMismatchCheck,
  outOfRangeCheck,
  magnitudeSlip,
  tenfoldSlip,
  falling,
  conflict,
  sumDiffersCheck,
  textDiffersCheck,
  belowBaselineCheck,
  farOverCheck,
  noBaselineCheck,
];
const TASK_CHECKS: readonly Check<TaskCase>[] = [
  claim,
  copied,
  missingEvidence,
  unexplainedCheck,
  problemLeftCheck,
];

function runCheck<Case extends TargetCase | TaskCase | EvidenceCase>(
  check: Check<Case>,
  subject: Case,
  number: Finding['subject'],
  acknowledged: readonly Acknowledgement[],
): Checked[] {
  return check.run(subject).map((diagnostic) => {
    const brief = afterName(diagnostic.message, subject.about);
    const finding = findingOf(
      {
        check: check.name,
        effect: check.effect,
        unit: subject.about.unit,
        subject: number,
        ...('target' in subject ? { target: targetOf(subject.about) } : {}),
        message: diagnostic.message,
        ...(brief === diagnostic.message ? {} : { afterName: brief }),
        hints: diagnostic.hints,
        at: diagnostic.at ?? subject.about.at,
      },
      acknowledged,
      'target' in subject ? subject.target.id : undefined,
    );
    const told = { ...diagnostic, finding: finding.id };
    return {
      finding,
      // What the office knows of is told, but asks for nothing any more.
      diagnostic: finding.acknowledgement ? { ...told, severity: 'info' } : told,
      voids: check.voids && isDoubt(finding),
    };
  });
}

/** Findings on a target's value; `subject` is the task number or goal id. */
export function checkTarget(
  value: TargetCase,
  subject: Finding['subject'],
  acknowledged: readonly Acknowledgement[],
): Checked[] {
  return voidFirst(TARGET_CHECKS, (check) => runCheck(check, value, subject, acknowledged));
}

/** Findings on what proves a stage; one that voids it lets it prove nothing. */
export function checkEvidence(subject: EvidenceCase, acknowledged: readonly Acknowledgement[]): Checked[] {
  return runCheck(evidenceDate, subject, subject.entry.task, acknowledged);
}

/** Findings on a task's entry. */
export function checkTask(entry: TaskCase, acknowledged: readonly Acknowledgement[]): Checked[] {
  return TASK_CHECKS.flatMap((check) => runCheck(check, entry, entry.entry.task, acknowledged));
}
