/** What is asked about a section 保障措施 whose items name who sees to them: the plan may mean tasks by them. */
import type { Diagnostic } from '../../../base/diagnostic.ts';
import * as tell from '../../../base/messages/plan-requirements.ts';
import { groupsAmong } from '../outline/groups.ts';
import type { Outline } from '../outline/shape.ts';
import { readTargets } from '../targets/read-targets.ts';
import { withoutUnits } from './duties.ts';

/** `units`: names of the roster that the plan's tasks and goals make. */
export function namedRequirements(
  file: string,
  { namedRequirements: sections, requirements }: Outline,
  units: readonly string[],
  year: number,
): Diagnostic[] {
  const items = requirements.map(withoutUnits);
  const names = items.flatMap(({ attribution: { leads, listed, cooperating } }) => {
    const all = [...leads, ...listed, ...cooperating];
    const kinds = groupsAmong(all);
    return all.filter((name) => !kinds.has(name));
  });
  const strangers = [...new Set(names)].filter((name) => !units.includes(name));
  const numbers = items
    .flatMap(({ text }) => readTargets(text, year).targets)
    .filter(({ operator }) => operator !== 'yesNo')
    .map(({ sentence }) => sentence);
  return sections.map(({ line, name, track }) =>
    track
      ? tell.requirementsCounted({ file, line }, name)
      : tell.requirementsNamed({ file, line }, name, { numbers, strangers }),
  );
}
