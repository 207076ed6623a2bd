/** What a kind of document is: a template folder and a view of the ledger, for the period or for each unit. */
import type { Ledger } from '../../model/ledger.ts';
import type { Unit } from '../../model/unit.ts';
import type { View } from '../engine/value.ts';

interface Named {
  /** Name on the command line (--only) and of the folder under templates/. */
  name: string;
  /** Chinese name for messages. */
  title: string;
}

/** One document of the whole period. */
export interface PeriodDocument extends Named {
  per: 'period';
  /** What the templates may print. */
  view(ledger: Ledger): View;
}

/** One document for each unit concerned. */
export interface UnitDocument extends Named {
  per: 'unit';
  /** Whom it concerns, in the order of units. */
  units(ledger: Ledger): readonly Unit[];
  view(ledger: Ledger, unit: Unit): View;
}

export type DocumentKind = PeriodDocument | UnitDocument;
