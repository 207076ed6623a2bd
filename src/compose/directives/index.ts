/** The :: directives a template may use. Adding one: a file here and a line below. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Origin } from '../../base/origin.ts';
import type { Block } from '../../model/document.ts';
import type { Ledger } from '../../model/ledger.ts';
import type { Unit } from '../../model/unit.ts';
import type { DirectiveCall } from '../engine/markdown.ts';
import { callout } from './callout.ts';
import { chart } from './chart.ts';
import { contents } from './contents.ts';
import { keyFigures } from './key-figures.ts';
import { note } from './note.ts';
import { pageBreak } from './page-break.ts';
import { table } from './table.ts';

export interface DirectiveContext {
  ledger: Ledger;
  /** The unit that the document is about; null for a document of the whole period. */
  unit: Unit | null;
  at: Origin;
  report(diagnostic: Diagnostic): void;
}

export type Directive = (call: DirectiveCall, context: DirectiveContext) => Block[];

export const DIRECTIVES: Record<string, Directive> = {
  table,
  chart,
  contents,
  'key-figures': keyFigures,
  callout,
  note,
  'page-break': pageBreak,
};
