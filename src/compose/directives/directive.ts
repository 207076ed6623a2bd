/** What a directive is: a function from its call in a template to blocks. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Origin } from '../../base/origin.ts';
import type { Block } from '../../model/document/document.ts';
import type { Subject } from '../../model/ledger/ledger.ts';
import type { Statistics } from '../../model/statistics/statistic.ts';
import type { Unit } from '../../model/unit.ts';
import type { DirectiveCall } from '../engine/markdown.ts';
import type { Limits } from '../limits.ts';

export interface DirectiveContext {
  subject: Subject;
  /** The statistics that the document prints, for a part that lists them. */
  cited: Statistics | undefined;
  /** The unit that the document is about; null for a document of the whole period. */
  unit: Unit | null;
  /** What a sheet of one page may show. */
  limits: Limits;
  at: Origin;
  report(diagnostic: Diagnostic): void;
  /** Says that a table or chart has nothing to show this time, and what a reference to it prints instead of a number. */
  absent(id: string, words: string): void;
}

export type Directive = (call: DirectiveCall, context: DirectiveContext) => Block[];
