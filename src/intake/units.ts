/** Finding units by the names that people use. */
import { comparisonKey } from '../base/chinese/text.ts';
import { nearest } from '../base/nearest.ts';
import type { Unit } from '../model/unit.ts';

export interface UnitNames {
  /** Canonical short name for a name, full name or alias; undefined for a stranger. */
  resolve(name: string): string | undefined;
  /** What a stranger's name was probably meant to be. */
  suggest(name: string): string | undefined;
}

export function unitNames(units: readonly Unit[]): UnitNames {
  const byKey = new Map<string, string>();
  for (const unit of units) {
    for (const name of [unit.name, unit.fullName, ...unit.aliases]) {
      const key = comparisonKey(name);
      if (!byKey.has(key)) byKey.set(key, unit.name);
    }
  }
  const names = units.flatMap((unit) => [unit.name, unit.fullName, ...unit.aliases]);
  return {
    resolve: (name) => byKey.get(comparisonKey(name)),
    suggest: (name) => {
      const close = nearest(name, names);
      return close && byKey.get(comparisonKey(close));
    },
  };
}
