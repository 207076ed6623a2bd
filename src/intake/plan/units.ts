/** Finding units by the names that people use. */
import { comparisonKey } from '../../base/chinese/text.ts';
import { groupBy } from '../../base/group.ts';
import { editDistance, nearest } from '../../base/nearest.ts';
import type { Unit } from '../../model/unit.ts';

export interface UnitNames {
  /** Canonical short name for a name, full name or alias; undefined for a stranger. */
  resolve(name: string): string | undefined;
  /** The same; a stranger's name as it is written. */
  canonical(name: string): string;
  /** What a stranger's name was probably meant to be. */
  suggest(name: string): string | undefined;
  /** The name of the place that they belong to, as most full names begin: 江西; '' where they begin with none. */
  home: string;
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
  const resolve = (name: string): string | undefined => byKey.get(comparisonKey(name));
  const home = homeOf(units.map(({ fullName }) => fullName));
  return {
    home,
    resolve,
    canonical: (name) => resolve(name) ?? name,
    suggest: (name) => {
      const close = nearestUnit(name, names);
      return close && resolve(close);
    },
    within: (key) => mentioned(key, byKey, home),
  };
}

/** The candidate that a unit's name was probably meant to be: 省民政厅 is not 省财政厅, though only one character differs. */
export const nearestUnit = (written: string, candidates: readonly string[]): string | undefined =>
  nearest(
    written,
    candidates.filter((candidate) => mayMean(written, candidate)),
  );

/** What tells a unit from others: without whose it is and what kind of office. */
const distinctive = (name: string): string =>
  name.replace(/^[省市县区]委?/, '').replace(/(?:委员会|管委会|办公室|[厅局委办部院])$/, '');

/** One slip in a word of three characters or more; in a shorter one it makes another word. Characters may be missing. */
function mayMean(written: string, candidate: string): boolean {
  const [a, b] = [distinctive(written), distinctive(candidate)].sort((x, y) => x.length - y.length);
  if (a === undefined || b === undefined || a === '') return false;
  let at = 0;
  for (const character of b) if (character === a.charAt(at)) at += 1;
  return at === a.length || (a.length > 2 && editDistance(a, b) <= 1);
}

/** 江西省教育厅, 中共江西省委宣传部 */
const PLACE = /^(?:中共)?([\u4e00-\u9fff]{2,6}?)[省市县区]/u;

function homeOf(fullNames: readonly string[]): string {
  const places = groupBy(fullNames, (name) => PLACE.exec(name)?.[1] ?? '');
  const [place, own] = [...places].sort(([, a], [, b]) => b.length - a.length)[0] ?? [''];
  return own && own.length * 2 > fullNames.length ? place : '';
}

/** Longest names first, each part of the text used once, so that 省委组织部 is not taken for 组织部 of another. */
function mentioned(text: string, byKey: ReadonlyMap<string, string>, home: string): string[] {
  const before = new RegExp(`^(?:${home})?[省市县区]委?`, 'u');
  const short = [...byKey].map(([key, name]): [string, string] => [key.replace(before, ''), name]);
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
