/** Finding units by the names that people use. */
import { comparisonKey } from '../base/chinese/text.ts';
import { nearest } from '../base/nearest.ts';
import type { Unit } from '../model/unit.ts';

export interface UnitNames {
  /** Canonical short name for a name, full name or alias; undefined for a stranger. */
  resolve(name: string): string | undefined;
  /** What a stranger's name was probably meant to be. */
  suggest(name: string): string | undefined;
  /** Canonical names of those that a text mentions (as a comparison key), also without 省: 教育厅四季度. */
  within(key: string): string[];
}

/** Units, or anything else that has a name, a full name and aliases. */
export function unitNames(units: readonly Pick<Unit, 'name' | 'fullName' | 'aliases'>[]): UnitNames {
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
    within: (key) => mentioned(key, byKey),
  };
}

/** Longest names first, each part of the text used once, so that 省委组织部 is not taken for 组织部 of another. */
function mentioned(text: string, byKey: ReadonlyMap<string, string>): string[] {
  const short = [...byKey].map(([key, name]): [string, string] => [
    key.replace(/^(?:[^省]{2,3})?省委?/, ''),
    name,
  ]);
  const names = [...byKey, ...short.filter(([key]) => key.length >= 3)];
  const found = new Set<string>();
  let rest = text;
  for (const [key, name] of names.sort((a, b) => b[0].length - a[0].length)) {
    if (!rest.includes(key)) continue;
    found.add(name);
    rest = rest.replaceAll(key, '\u0000');
  }
  return [...found];
}
