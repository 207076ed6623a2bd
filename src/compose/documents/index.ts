/** The documents the program can make. Adding one: a template folder, a file here, a line below. */
import type { Ledger } from '../../model/ledger.ts';
import type { Unit } from '../../model/unit.ts';
import type { View } from '../engine/value.ts';
import { progressReport } from './progress-report.ts';
import { reminder } from './reminder.ts';
import { reminderSummary } from './reminder-summary.ts';

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

/** What `diaodu build` makes. */
export const DOCUMENTS: readonly DocumentKind[] = [progressReport];

/** What `diaodu remind` makes: a letter per unit, and the summary for the office. */
export const REMINDERS: readonly DocumentKind[] = [reminder, reminderSummary];
