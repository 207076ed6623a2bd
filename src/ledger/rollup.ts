/** Counts by status, by track and by unit. Every task is counted once in each of them. */
import type {
  GoalRecord,
  StatusCounts,
  TaskRecord,
  TrackRecord,
  UnitRecord,
} from '../model/ledger/ledger.ts';
import type { Plan } from '../model/plan/plan.ts';
import { STATUSES, type Status } from '../model/status.ts';
import type { Unit } from '../model/unit.ts';

function countStatuses(statuses: readonly Status[]): StatusCounts {
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as StatusCounts;
  for (const status of statuses) counts[status] += 1;
  return counts;
}

/** How many tasks have each status; every status is a key. */
export function countTasks(tasks: readonly TaskRecord[]): StatusCounts {
  return countStatuses(tasks.map((task) => task.status));
}

/** The plan's tracks in order; `previous` are last quarter's tasks. */
export function rollUpTracks(
  plan: Plan,
  tasks: readonly TaskRecord[],
  previous: readonly TaskRecord[] | null,
): TrackRecord[] {
  return plan.tracks.map((track) => {
    const own = tasks.filter((task) => task.track.no === track.no);
    const before = previous?.filter((task) => task.track.no === track.no);
    return { track, tasks: own, counts: countTasks(own), previousCounts: before ? countTasks(before) : null };
  });
}

/** Units that answer for a task or an annual goal, in the order of units.yaml. */
export function rollUpUnits(
  units: readonly Unit[],
  tasks: readonly TaskRecord[],
  goals: readonly GoalRecord[],
): UnitRecord[] {
  return units
    .map((unit) => {
      const own = tasks.filter((task) => task.unit === unit.name);
      return { unit, tasks: own, counts: countTasks(own) };
    })
    .filter(
      ({ unit, tasks: own }) =>
        own.length > 0 || goals.some(({ goal }) => goal.responsible.unit === unit.name),
    );
}
