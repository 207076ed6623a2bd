/** What a directive is: a function from its call in a template to blocks. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Origin } from '../../base/origin.ts';
import type { Block } from '../../model/document.ts';
import type { Ledger } from '../../model/ledger.ts';
import type { Unit } from '../../model/unit.ts';
import type { DirectiveCall } from '../engine/markdown.ts';

export interface DirectiveContext {
  ledger: Ledger;
  /** The unit that the document is about; null for a document of the whole period. */
  unit: Unit | null;
  at: Origin;
  report(diagnostic: Diagnostic): void;
  /** Says that a table or chart has nothing to show this time, and what a reference to it prints instead of a number. */
  absent(id: string, words: string): void;
}

export type Directive = (call: DirectiveCall, context: DirectiveContext) => Block[];
