/** Who gets a document of its own, by the name that a template's `per` gives. Adding one: its name in model/template.ts. */
import type { Ledger } from '../model/ledger.ts';
import type { Audience } from '../model/template.ts';
import type { Unit } from '../model/unit.ts';
import { toRemind } from './views/returns.ts';
import { toSupervise } from './views/supervision.ts';

export const UNITS_OF: Record<Exclude<Audience, 'period'>, (ledger: Ledger) => Unit[]> = {
  remindedUnit: (ledger) => toRemind(ledger).map((record) => record.unit),
  supervisedUnit: toSupervise,
  reportingUnit: (ledger) =>
    ledger.returns
      .filter((record) => record.owesTasks.length + record.owesGoals.length > 0)
      .map((record) => record.unit),
};
