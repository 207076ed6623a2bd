/** What a cross-check sees and says. A check is a pure function in its own file; index.ts lists them. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { About } from '../../base/messages/ledger.ts';
import type { Located } from '../../base/origin.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { TargetRecord } from '../../model/ledger/ledger.ts';
import type { Period } from '../../model/period.ts';
import type { MilestoneRecord } from '../../model/plan/milestone-record.ts';
import type { Rules } from '../../model/plan/rules.ts';
import type { Target } from '../../model/plan/target.ts';
import type { TaskEntry } from '../../model/returns/submission.ts';
import type { Status } from '../../model/status.ts';
import type { UnitValue } from '../returns/merge.ts';

/** A value of the responsible unit, before it is judged. */
export interface TargetCase {
  target: Target;
  /** The plan's number. */
  planned: Figure;
  /** As submitted. */
  raw: Figure;
  /** In the target's unit; undefined when it can't be brought there. */
  value: Figure | undefined;
  /** Latest earlier value of the year that no voiding check has spoken against, in the target's unit. */
  last: Figure | undefined;
  /** Value at the start of the year. */
  baseline: Figure | undefined;
  /** Value expected at the period's end, for what accumulates. */
  expected: Figure | undefined;
  /** Progress text that stands beside the value. */
  progress: Located<string> | null;
  /** Sums of rules.checks of which the target is the total, with the parts' values, all of them reported. */
  sums: SumCase[];
  /** Values of other units, in the target's unit where possible. */
  others: UnitValue[];
  period: Period;
  about: About;
  rules: Rules;
}

export interface SumCase {
  relation: Rules['checks']['sums'][number]['relation'];
  /** In the total's unit. */
  parts: { name: string; value: Figure }[];
}

/** A task's entry, after its targets and milestones were judged. */
export interface TaskCase {
  entry: TaskEntry;
  /** The unit's entry of the quarter just before. */
  previousEntry: TaskEntry | undefined;
  targets: TargetRecord[];
  milestone: MilestoneRecord | null;
  status: Status;
  previousStatus: Status | null;
  /** Its `target` is empty; checks fill in the one that they speak of. */
  about: About;
  rules: Rules;
}

/** What proves the stage that a task's entry claims, before it is recognised. */
export interface EvidenceCase {
  entry: TaskEntry;
  evidence: Located<string>;
  period: Period;
  about: About;
}

export interface Check<Case> {
  /** Name of its file. */
  name: string;
  effect: 'verify' | 'notice';
  /** The value is not even good for a rate: it is shown, but nothing is derived from it. */
  voids: boolean;
  run(subject: Case): Diagnostic[];
}
