/**
 * 市委改革办（市数改办）: two names of one unit, of which the plan uses the one here and the other there. The first is the
 * unit's name; of an office that runs the scheduling and the unit that houses it, the unit's.
 */

import { renamed, unitLists } from '../outline/every-attribution.ts';
import type { Outline } from '../outline/shape.ts';
import { looksLikeUnit } from '../owners/attribution.ts';
import { meansOffice } from '../owners/office-name.ts';

/** Not the place or kind that a bracket may name: 各县（市、区）, 市公安局（交警支队）. */
const TWO = /^([^（）]{3,30})（([^（）、，]{2,30}(?:办公室|[办局委]))）$/;

/** The outline with one name for each unit, and the others of its names. `office`: of the office that runs the scheduling. */
export function withFirstNames(
  outline: Outline,
  office: string,
): { outline: Outline; othersOf(name: string): string[] } {
  const units = firstNames(
    unitLists(outline).flatMap(({ names }) => names),
    office,
  );
  return {
    outline: renamed(outline, units),
    othersOf: (unit) => [...units].filter(([, one]) => one === unit).map(([other]) => other),
  };
}

/** The unit's name for each of its others. */
function firstNames(names: readonly string[], office: string): Map<string, string> {
  const units = new Map<string, string>();
  for (const name of new Set(names)) {
    const [, first = '', second = ''] = TWO.exec(name) ?? [];
    if (![first, second].every(looksLikeUnit)) continue;
    const [unit, other] = meansOffice(first, office) ? [second, first] : [first, second];
    for (const one of [other, name]) if (!units.has(one)) units.set(one, unit);
  }
  return units;
}
