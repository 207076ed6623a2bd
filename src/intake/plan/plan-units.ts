/** The units of a plan by their names, whichever alias its files use, so that nothing behind has to know of two. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { unitTwiceIn } from '../../base/messages/plan.ts';
import type { GoalGroup, Plan, Task, Track } from '../../model/plan/plan.ts';
import type { Responsibility, Target } from '../../model/plan/target.ts';
import type { LocatedData, Path } from '../located/located.ts';
import type { UnitNames } from './units.ts';

/** Each unit of a track once: two spellings may be one unit. */
function placesOf({ leads, cooperating }: Track, names: UnitNames): Pick<Track, 'leads' | 'cooperating'> {
  const leading = new Set(leads.map(names.canonical));
  const others = new Set(cooperating.map(names.canonical));
  return { leads: [...leading], cooperating: [...others].filter((unit) => !leading.has(unit)) };
}

/** Whom a task names beside its unit, each once. */
const besides = ({ responsible, cooperating = [] }: Task, names: UnitNames): string[] =>
  [...new Set(cooperating.map(names.canonical))].filter((unit) => unit !== names.canonical(responsible.unit));

/** Who answers, by name. */
const named = (responsible: Responsibility, names: UnitNames): Responsibility => ({
  ...responsible,
  unit: names.canonical(responsible.unit),
});

type Change = (target: Target) => Target;

/** Goals with every unit by its name. @param target what becomes of a target, its unit named already */
export const goalsByNames = (
  groups: readonly GoalGroup[],
  names: UnitNames,
  target: Change = unchanged,
): GoalGroup[] =>
  groups.map((group) => ({
    ...group,
    goals: group.goals.map((goal) => ({
      ...goal,
      target: goal.target && target(targetByNames(goal.target, names)),
      responsible: named(goal.responsible, names),
    })),
  }));

/** A track with every unit by its name, each once in its place. @param target as for goals */
export const trackByNames = (track: Track, names: UnitNames, target: Change = unchanged): Track => ({
  ...track,
  ...placesOf(track, names),
  tasks: track.tasks.map((task) => ({
    ...task,
    responsible: named(task.responsible, names),
    ...(task.cooperating && { cooperating: besides(task, names) }),
    targets: task.targets.map((own) => target(targetByNames(own, names))),
  })),
});

const unchanged: Change = (target) => target;

const targetByNames = (target: Target, names: UnitNames): Target => ({
  ...target,
  responsible: named(target.responsible, names),
});

/** The plan with every unit by its name, each once in its place. */
export const withUnitNames = (plan: Plan, names: UnitNames): Plan => ({
  ...plan,
  goalGroups: goalsByNames(plan.goalGroups, names),
  tracks: plan.tracks.map((track) => trackByNames(track, names)),
});

/** Units that a track or a task names twice, perhaps in two spellings; the second place goes. */
export function namedTwice(track: Track, names: UnitNames, source: LocatedData): Diagnostic[] {
  const told: Diagnostic[] = [];
  const look = (of: string, list: readonly (readonly [unit: string, path: Path])[]): void => {
    const seen = new Map<string, string>();
    for (const [unit, path] of list) {
      const name = names.resolve(unit);
      const before = name === undefined ? undefined : seen.get(name);
      if (before !== undefined) told.push(unitTwiceIn(source.at(path), of, unit, before));
      else if (name !== undefined) seen.set(name, unit);
    }
  };
  look(`专项${track.no}“${track.name}”`, [
    ...track.leads.map((unit, i) => [unit, ['leads', i]] as const),
    ...track.cooperating.map((unit, i) => [unit, ['cooperating', i]] as const),
  ]);
  track.tasks.forEach(({ no, responsible, cooperating = [] }, t) => {
    look(`任务${no}`, [
      [responsible.unit, ['tasks', t, 'responsible', 'unit']],
      ...cooperating.map((unit, i) => [unit, ['tasks', t, 'cooperating', i]] as const),
    ]);
  });
  return told;
}
