import { literal } from '../../base/literal.ts';
import * as messages from '../../base/messages/lint-text.ts';
import { matches } from '../passage.ts';
import { pattern } from '../patterns.ts';
import type { LintSettings, Rule } from '../rule.ts';

interface Names {
  /** All names, longest first, so that a long one is not taken for the short one in it. */
  any: RegExp;
  /** Alias → canonical short name. */
  aliases: ReadonlyMap<string, string>;
}

const made = new WeakMap<LintSettings['units'], Names | null>();

/** A unit goes by its canonical short name; addressee and signature may use the long one. */
export const unitNames: Rule = {
  name: 'unitNames',
  *passage({ role, text }, { units }) {
    if (role === 'addressee' || role === 'signature') return;
    const names = namesOf(units);
    if (!names) return;
    yield* matches(text, names.any, ([found]) => {
      const name = names.aliases.get(found);
      return name === undefined ? undefined : messages.unitName(found, name);
    });
  },
};

function namesOf(units: LintSettings['units']): Names | null {
  const known = made.get(units);
  if (known !== undefined) return known;
  const all = units.flatMap(({ name, fullName, aliases }) => [name, fullName, ...aliases]);
  const longest = all.sort((a, b) => b.length - a.length).map(literal);
  const names =
    all.length === 0
      ? null
      : {
          any: pattern(longest.join('|')),
          aliases: new Map(
            units.flatMap(({ name, aliases }) => aliases.map((alias) => [alias, name] as const)),
          ),
        };
  made.set(units, names);
  return names;
}
