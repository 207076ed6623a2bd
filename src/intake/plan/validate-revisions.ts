/** What a notice changed of a target: dates within the year and in order, something changed, and the texts changed with it. */
import { formatRange } from '../../base/chinese/format.ts';
import { innerQuotes } from '../../base/chinese/text.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import * as messages from '../../base/messages/plan-revisions.ts';
import { type Revision, revisionsOf } from '../../model/plan/revision.ts';
import type { Target } from '../../model/plan/target.ts';
import type { LocatedData, Path } from '../located/located.ts';

/** Where the target's sentence stands: the text of a goal with those of its group and of the whole, or of a task. */
export interface TextAround {
  text: string;
  path: Path;
}

/** @param path of the target @param around texts that say its number */
export function validateRevisions(
  target: Target,
  year: number,
  around: readonly TextAround[],
  { source, path }: { source: LocatedData; path: Path },
): Diagnostic[] {
  const revisions = revisionsOf(target);
  const name = innerQuotes(target.name);
  const left = textsLeft(target, revisions, around);
  return [
    ...revisions.flatMap((revision, i): Diagnostic[] => {
      const at = (...rest: Path) => source.at([...path, 'revised', i, ...rest]);
      const { since, by, before } = revision;
      const earlier = revisions[i - 1]?.since;
      const { from } = target.revised?.[i] ?? {};
      return [
        ...(since.startsWith(`${year}-`) ? [] : [messages.revisedOtherYear(at('since'), name, since, year)]),
        ...(earlier !== undefined && since <= earlier
          ? [messages.revisedDisorder(at('since'), name, since, earlier)]
          : []),
        ...(by === '' ? [messages.revisedByNone(at(), name)] : []),
        ...(changesNothing(revision) ? [messages.revisedNothing(at('from'), name, amountOf(before))] : []),
        ...(saysOther(before)
          ? [messages.formerSaysOther(at('from', 'sentence'), name, amountOf(before), before.sentence)]
          : []),
        ...(before.schedule.type === 'nodes' && from?.schedule === undefined
          ? [messages.formerNodesNone(at('from'), name)]
          : []),
      ];
    }),
    ...left.map(({ text, was }) => messages.textNotRevised(source.at(text.path), name, was, target.sentence)),
  ];
}

const amountOf = ({ value, upper, unit }: Target): string => formatRange(value, upper, unit);

/** All that papers print of a target. */
const asked = ({ value, upper, operator, wording, deadline }: Target): string =>
  JSON.stringify([value, upper, operator, wording, deadline]);

const changesNothing = ({ before, after }: Revision): boolean => asked(before) === asked(after);

/** Texts that say an earlier sentence, and not the one of today. */
const textsLeft = (
  { sentence }: Target,
  revisions: readonly Revision[],
  around: readonly TextAround[],
): { text: TextAround; was: string }[] =>
  around.flatMap((text) => {
    const was = revisions.find(({ before }) => text.text.includes(before.sentence))?.before.sentence;
    return was === undefined || text.text.includes(sentence) ? [] : [{ text, was }];
  });

/** 突破420亿元 beside a value of 380: the sentence has numbers of the target's unit, and none of them is its own. */
export function saysOther({ sentence, value, upper, unit }: Target): boolean {
  if (unit === '') return false;
  const numbers = sentence
    .normalize('NFKC')
    .replaceAll(/(\d),(?=\d{3})/g, '$1')
    .split(unit.normalize('NFKC'))
    .slice(0, -1)
    .flatMap((before) => /(\d+(?:\.\d+)?)\s*个?$/.exec(before)?.[1] ?? []);
  return numbers.length > 0 && !numbers.some((one) => [value, upper].includes(Number(one)));
}
