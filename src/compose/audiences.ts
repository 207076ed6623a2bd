/** Who gets a document of its own, by the name that a template's `per` gives. Adding one: its name in model/document/template.ts. */

import type { Audience } from '../model/document/template.ts';
import { type Ledger, owesReturn, type ReturnRecord } from '../model/ledger/ledger.ts';
import { owing } from '../model/returns/return-standing.ts';
import type { Unit } from '../model/unit.ts';
import { unitsOf, urged } from './choice/outstanding.ts';

/** Units that get a letter, with how their returns stand. */
export function toRemind(ledger: Ledger): ReturnRecord[] {
  return ledger.returns.filter(
    (record) => owesReturn(record) && (owing(record) !== 'nothing' || record.late),
  );
}

/** Units of which something is urged, in the order of the file. */
export function toSupervise(ledger: Ledger): Unit[] {
  const names = unitsOf(urged(ledger, null));
  return ledger.byUnit.map(({ unit }) => unit).filter(({ name }) => names.has(name));
}

export const UNITS_OF: Record<Exclude<Audience, 'period'>, (ledger: Ledger) => Unit[]> = {
  remindedUnit: (ledger) => toRemind(ledger).map((record) => record.unit),
  supervisedUnit: toSupervise,
  reportingUnit: (ledger) =>
    ledger.returns
      .filter((record) => record.owesTasks.length + record.owesGoals.length > 0)
      .map((record) => record.unit),
};
