/** What judging one target needs to know. */
import type { Located, Origin } from '../../base/origin.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { Finding } from '../../model/ledger/finding.ts';
import type { TargetRecord } from '../../model/ledger/ledger.ts';
import type { Period } from '../../model/period.ts';
import type { PlanDocument } from '../../model/plan/plan.ts';
import type { Rules } from '../../model/plan/rules.ts';
import type { Target } from '../../model/plan/target.ts';
import type { Acknowledgement } from '../../model/returns/acknowledgement.ts';
import type { SumCase } from '../checks/check.ts';
import type { UnitValue } from '../returns/merge.ts';

/** All that was handed in about a target, and where it stands in the plan. */
export interface TargetInput {
  target: Target;
  subject: Finding['subject'];
  /** 任务17, 目标G03. */
  subjectName: string;
  /** Where the responsible unit wrote of the task or goal; undefined when it did not. */
  at: Origin | undefined;
  /** Whether the responsible unit handed in any return. */
  hasReturn: boolean;
  /** The stage or the self-assessment says 未启动. */
  saysNotStarted: boolean;
  /** All units' values, as submitted. */
  values: UnitValue[];
  /** What the responsible unit wrote in place of a value, and nobody can read. */
  unread: string | undefined;
  previous: TargetRecord | null;
  /** Latest earlier value of the year that was not void. */
  lastTrusted: Figure | undefined;
  /** The responsible unit's text beside the value. */
  progress: Located<string> | null;
  sums: SumCase[];
  /** Plan file in which the baseline stands. */
  planFile: string;
}

export interface TargetContext {
  period: Period;
  rules: Rules;
  document: PlanDocument;
  /** Of the period. */
  acknowledgements: readonly Acknowledgement[];
}
