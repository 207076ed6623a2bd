/** The units that a plan names, as it spells them; no full name is made up. */
import type { Unit } from '../../../model/unit.ts';
import { looksLikeUnit } from '../owners/attribution.ts';

export interface UnitMention {
  name: string;
  line: number;
}

export interface UnitReading {
  units: Unit[];
  /** Names that do not look like a unit's. */
  odd: UnitMention[];
  /** Two spellings that may be one unit. */
  alike: { line: number; one: string; other: string }[];
}

/** `othersOf`: names of the plan for the same unit, see second-names.ts. */
export function collectUnits(
  mentions: readonly UnitMention[],
  othersOf: (name: string) => string[] = () => [],
): UnitReading {
  const first = new Map<string, UnitMention>();
  for (const mention of mentions) {
    if (!first.has(mention.name)) first.set(mention.name, mention);
  }
  const names = [...first.values()];
  const alike = names.flatMap((one, i) =>
    names
      .slice(i + 1)
      .filter((other) => mayBeOne(one.name, other.name))
      .map((other) => ({ line: other.line, one: one.name, other: other.name })),
  );
  return {
    units: names.map(({ name }) => ({
      name,
      fullName: name,
      aliases: othersOf(name),
      namedBy: 'plan',
    })),
    odd: names.filter(({ name }) => !looksLikeUnit(name)),
    alike,
  };
}

/**
 * 省发改委 – 省发展改革委: same first and last character, the shorter one's characters in order within the longer; or 教育局
 * and 县教育局; or 某县 and 某县人民政府.
 */
function mayBeOne(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (
    short.length > 2 &&
    long.length === short.length + 1 &&
    /^[省市县区州]/.test(long) &&
    long.endsWith(short)
  )
    return true;
  if (/^(?:人民)?政府$/.test(long.slice(short.length)) && long.startsWith(short)) return true;
  if (short.length < 3 || short.at(0) !== long.at(0) || short.length === long.length) return false;
  const tail = short.slice(-1);
  if (!long.endsWith(tail) && !(tail === '委' && long.endsWith('委员会'))) return false;
  let at = 0;
  for (const c of long) if (c === short.charAt(at)) at += 1;
  return at === short.length;
}
