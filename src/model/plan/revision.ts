/** Targets that a notice changes in the course of the year: which was in force on a day, and what its papers say then. */
import { type Period, periodEnd } from '../period.ts';
import type { Goal, GoalGroup, Plan, Track } from './plan.ts';
import type { PeriodSetting } from './rules.ts';
import type { Former, Target } from './target.ts';

/** One change of a target. */
export interface Revision {
  /** ISO date. */
  since: string;
  /** 文号 of the notice; '' where the plan does not say. */
  by: string;
  before: Target;
  after: Target;
}

/** Its changes, the earliest first; [] for a target that stands as the plan was issued. */
export function revisionsOf({ revised = [], ...now }: Target): Revision[] {
  let after: Target = now;
  return revised
    .toReversed()
    .map(({ since, by = '', from }) => {
      const revision = { since, by, before: formerly(after, from), after };
      after = revision.before;
      return revision;
    })
    .toReversed();
}

/** Fields in the order of the schema: what is made of a target by its digits must not tell the two apart. */
function formerly(
  after: Target,
  { value, upper, operator, wording, schedule, deadline, sentence }: Former,
): Target {
  const { id, name, softener, unit, kind, baseline, responsible, interpretation } = after;
  const own = operator ?? after.operator;
  const end = upper ?? (own === 'range' ? after.upper : undefined);
  const due = deadline ?? after.deadline;
  return {
    id,
    name,
    operator: own,
    wording: wording ?? after.wording,
    ...(softener === undefined ? {} : { softener }),
    value,
    ...(end === undefined ? {} : { upper: end }),
    unit,
    kind,
    ...(baseline === undefined ? {} : { baseline }),
    schedule: schedule ?? after.schedule,
    ...(due === undefined ? {} : { deadline: due }),
    responsible,
    sentence,
    ...(interpretation === undefined ? {} : { interpretation }),
  };
}

/** The target in force on the day, with the changes up to it. */
function targetOn(target: Target, day: string): Target {
  const later = revisionsOf(target).find(({ since }) => since > day);
  if (!later) return target;
  const known = target.revised?.filter(({ since }) => since <= day) ?? [];
  return known.length > 0 ? { ...later.before, revised: known } : later.before;
}

/** The plan as it stood at the end of the period: texts and targets. The same one where nothing has been changed since. */
export function planOf(
  { plan, periods }: { plan: Plan; periods: readonly PeriodSetting[] },
  period: Period,
): Plan {
  const day = periods.find(({ id }) => id === period.id)?.asOf ?? periodEnd(period);
  const groups = plan.goalGroups.map((group) => groupOn(group, day));
  const tracks = plan.tracks.map((track) => trackOn(track, day));
  const changed = groups.flatMap(({ changes }) => changes);
  if (changed.length === 0 && tracks.every((track, i) => track === plan.tracks[i])) return plan;
  return {
    ...plan,
    headline: withFormer(plan.headline, changed),
    goalGroups: groups.map(({ group }) => group),
    tracks,
  };
}

/** What stands today, and what stood there. */
type Change = readonly [now: string, then: string];

const withFormer = (text: string, changes: readonly Change[]): string =>
  changes.reduce((mended, [now, then]) => (now === '' ? mended : mended.split(now).join(then)), text);

const changesOf = (targets: readonly Target[], day: string): Change[] =>
  targets.flatMap((target) => {
    const then = targetOn(target, day);
    return then === target ? [] : [[target.sentence, then.sentence] as const];
  });

function groupOn(group: GoalGroup, day: string): { group: GoalGroup; changes: Change[] } {
  const changes = changesOf(
    group.goals.flatMap(({ target }) => target ?? []),
    day,
  );
  if (changes.length === 0) return { group, changes };
  const goals = group.goals.map((goal): Goal => {
    const { target } = goal;
    if (!target) return goal;
    return { ...goal, text: withFormer(goal.text, changesOf([target], day)), target: targetOn(target, day) };
  });
  return { group: { ...group, text: withFormer(group.text, changes), goals }, changes };
}

function trackOn(track: Track, day: string): Track {
  const tasks = track.tasks.map((task) => {
    const changes = changesOf(task.targets, day);
    if (changes.length === 0) return task;
    // Two targets may share a sentence of which one number was changed.
    const targets = task.targets.map((target) => {
      const then = targetOn(target, day);
      return then === target ? { ...target, sentence: withFormer(target.sentence, changes) } : then;
    });
    return { ...task, text: withFormer(task.text, changes), targets };
  });
  return tasks.every((task, i) => task === track.tasks[i]) ? track : { ...track, tasks };
}
