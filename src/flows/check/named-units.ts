/** Units and cities by any of their names, for commands that take a few of them. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { unitNotConcerned } from '../../base/messages/chase.ts';
import { nearestUnit, unitNames } from '../../intake/plan/units.ts';
import { resolveUnit } from '../../intake/returns/identify.ts';
import type { Unit } from '../../model/unit.ts';

/**
 * Out: short names, as they were asked for; each name that is none of the offered ones is told.
 * @param all who may be meant · @param offered short names of those that may be taken
 */
export function namedUnits(
  written: readonly string[],
  all: readonly Pick<Unit, 'name' | 'fullName' | 'aliases'>[],
  offered: readonly string[] = all.map(({ name }) => name),
): { value: string[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const names = { units: unitNames(all) };
  const value = written.flatMap((name) => {
    const unit = resolveUnit(name, names);
    if (unit !== undefined && offered.includes(unit)) return [unit];
    diagnostics.push(unitNotConcerned(name, nearestUnit(name, offered), offered));
    return [];
  });
  return { value, diagnostics };
}
