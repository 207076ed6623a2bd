/** What the readers of a return's single fields share. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { SubmissionFile } from '../../model/returns/submission.ts';
import type { LocatedData } from '../located/located.ts';
import type { PlanIndex } from '../plan/plan-index.ts';

/** A return as read from its file, already of the right shape. */
export interface WrittenSubmission {
  file: string;
  content: SubmissionFile;
  located: LocatedData;
}

export interface Reading {
  written: WrittenSubmission;
  index: PlanIndex;
  unit: string;
  problems: Diagnostic[];
  /** Targets for which something was written that is no value of theirs, which has been told. */
  refused: Set<string>;
  /** The unit's figure for a target last quarter, by which an ambiguous spelling may be understood. */
  last: (target: string) => Figure | undefined;
}
