/** A city's return against the version before it: rows of that one that are gone, and what it says otherwise. */
import { formatAmount } from '../../base/chinese/format.ts';
import { someOf } from '../../base/chinese/some-of.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { contentLost } from '../../base/messages/collect.ts';
import type { CityEntry } from '../../model/region/city.ts';
import type { ProjectEntry } from '../../model/region/project.ts';
import { says } from '../../model/returns/regional-entry.ts';
import { MOST_TOLD, noChanges, noteValue, tellChanges } from './changes-told.ts';

type Entry = CityEntry | ProjectEntry;

/** What a row is called: its code and name. */
type NameOf = (code: string) => string;

/** What the form calls the column in which a row tells how it stands. */
const progressOf = (entry: Entry): string => ('id' in entry ? '进展情况' : '形象进度');

const codeOf = (entry: Entry): string => ('id' in entry ? entry.id : entry.code);

/** By the headings of the forms; the one that tells most first. */
function figuresOf(entry: Entry): [string, string | undefined][] {
  const shown = (figure: CityEntry['value']): string | undefined =>
    figure ? formatAmount(figure) : undefined;
  return 'id' in entry
    ? [['', shown(entry.value)]]
    : [
        ['本年累计', shown(entry.cumulative)],
        ['本月完成', shown(entry.month)],
        ['实际开工', entry.startedOn?.value],
        ['实际竣工', entry.completedOn?.value],
      ];
}

function textsOf(entry: Entry): [string, string][] {
  const own: [string, CityEntry['progress']][] =
    'id' in entry
      ? [
          ['阶段', entry.stage],
          ['佐证材料', entry.evidence],
          ['下一步工作', entry.next],
        ]
      : [];
  return [...own, [progressOf(entry), entry.progress] as const, ['存在问题', entry.problem] as const].map(
    ([part, text]) => [part, text?.value ?? ''],
  );
}

/** Errors of a heading may have cost a whole column, those of a cell no more than its row. */
const OF_HEADINGS = /^(?:heading|column)/;

/** Why a return may not take the place of the one before: rows that were filled in there are gone, and were not unreadable. */
export function rowsLost(
  file: string,
  city: string,
  [before, now]: readonly [readonly Entry[], readonly Entry[]],
  read: readonly Diagnostic[],
  nameOf: NameOf,
): Diagnostic | undefined {
  const there = new Set(now.filter(says).map(codeOf));
  const lost = before.filter((entry) => says(entry) && !there.has(codeOf(entry)));
  const errors = read.filter(({ severity }) => severity === 'error');
  const unread = errors.some(({ code }) => OF_HEADINGS.test(code)) ? lost.length : errors.length;
  if (lost.length <= unread) return undefined;
  const named = lost.map((entry) => {
    const values = figuresOf(entry).flatMap(([what, value]) => (value ? `${what}${value}` : []));
    return `${nameOf(codeOf(entry))}${values.length > 0 ? `（${values.at(0)}）` : ''}`;
  });
  const words = progressOf(lost[0] as Entry);
  return contentLost(file, city, [someOf(named, MOST_TOLD, '行')], { column: words });
}

/** @param whole whether all of the new one could be read: what could not is not taken back */
export function regionalChanges(
  file: string,
  [before, now]: readonly [readonly Entry[], readonly Entry[]],
  whole: boolean,
  nameOf: NameOf,
): Diagnostic[] {
  const was = new Map(before.map((entry) => [codeOf(entry), entry]));
  const changes = noChanges();
  for (const entry of now) {
    const old = was.get(codeOf(entry));
    const name = nameOf(codeOf(entry));
    if (!old || !says(old)) {
      if (says(entry)) changes.words.push(`新填${name}`);
      continue;
    }
    const values = new Map(figuresOf(entry));
    for (const [what, value] of figuresOf(old))
      noteValue(changes, `${name}${what}`, [value, values.get(what)], !whole);
    const texts = new Map(textsOf(entry));
    const others = textsOf(old).filter(
      ([part, text]) => texts.get(part) !== text && (whole || texts.get(part) !== ''),
    );
    if (others.length > 0) changes.words.push(`${name}${others.map(([part]) => part).join('、')}有改动`);
  }
  return tellChanges(file, changes);
}
