/** All cross-checks, in the order in which they speak. To add one: its file, and a line here. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Finding } from '../../model/ledger.ts';
import type { Check, TargetCase, TaskCase } from './check.ts';
import { claim } from './claim.ts';
import { conflict } from './conflict.ts';
import { copied } from './copied.ts';
import { falling } from './falling.ts';
import { magnitudeSlip } from './magnitude-slip.ts';
import { missingEvidence } from './missing-evidence.ts';
import { unitMismatchCheck } from './unit-mismatch.ts';

/** Those that void a value come first: the others have nothing to say of a void value. */
const TARGET_CHECKS: readonly Check<TargetCase>[] = [unitMismatchCheck, magnitudeSlip, falling, conflict];
const TASK_CHECKS: readonly Check<TaskCase>[] = [claim, copied, missingEvidence];

/** A finding together with the diagnostic that the build reports for it. */
export interface Checked {
  finding: Finding;
  diagnostic: Diagnostic;
  voids: boolean;
}

function runCheck<Case extends TargetCase | TaskCase>(
  check: Check<Case>,
  subject: Case,
  number: Finding['subject'],
): Checked[] {
  return check.run(subject).map((diagnostic) => ({
    diagnostic,
    voids: check.voids,
    finding: {
      check: check.name,
      effect: check.effect,
      unit: subject.about.unit,
      subject: number,
      message: diagnostic.message,
      at: diagnostic.at ?? subject.about.at,
    },
  }));
}

/** Findings on a target's value; `subject` is the task number or goal id. */
export function checkTarget(value: TargetCase, subject: Finding['subject']): Checked[] {
  for (const check of TARGET_CHECKS.filter((c) => c.voids)) {
    const found = runCheck(check, value, subject);
    if (found.length > 0) return found;
  }
  return TARGET_CHECKS.filter((c) => !c.voids).flatMap((check) => runCheck(check, value, subject));
}

/** Findings on a task's entry. */
export function checkTask(entry: TaskCase): Checked[] {
  return TASK_CHECKS.flatMap((check) => runCheck(check, entry, entry.entry.task));
}
