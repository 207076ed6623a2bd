/** What is missing from a unit's return: an owed task or goal without an entry, or an entry without what it needs. */

import type { Period } from '../model/period.ts';
import { allGoals, allTasks, type Goal, type Plan, type Task } from '../model/plan/plan.ts';
import type { Target } from '../model/plan/target.ts';
import type { MissingItem, MissingPart, MissingValue } from '../model/returns/missing.ts';
import type {
  GoalEntry,
  ReportedValue,
  Submission,
  TaskEntry,
  UnreadValue,
} from '../model/returns/submission.ts';
import { STATUS_FACES } from '../model/status.ts';
import { isOwed } from './verdicts/pace.ts';

/**
 * In the order of the plan, tasks first; everything owed when there is no return.
 * @param settled ids of tasks and goals that were done last quarter and still are: nothing more is owed of them
 */
export function missingItems(
  plan: Plan,
  unit: string,
  period: Period,
  submission: Submission | undefined,
  settled: ReadonlySet<string>,
): MissingItem[] {
  const unread = submission?.unread ?? [];
  const tasks = allTasks(plan).map((task): MissingItem => {
    const entry = submission?.tasks.find((e) => e.task === task.no);
    const parts = missingOfTask(task, unit, period, entry, unread);
    return { kind: 'task', id: String(task.no), name: task.brief, parts, ...toldOf(entry, parts) };
  });
  const goals = allGoals(plan).map((goal): MissingItem => {
    const entry = submission?.goals.find((e) => e.goal === goal.id);
    const parts = missingOfGoal(goal, unit, period, entry, unread);
    return { kind: 'goal', id: goal.id, name: goal.name, parts, ...toldOf(entry, parts) };
  });
  return [...tasks, ...goals].filter((item) => item.parts.length > 0 && !settled.has(item.id));
}

function toldOf(
  entry: TaskEntry | GoalEntry | undefined,
  parts: readonly MissingPart[],
): Pick<MissingItem, 'told'> {
  const told = parts.some(({ kind }) => kind === 'value') ? entry?.progress?.value : undefined;
  return told === undefined ? {} : { told };
}

function missingOfTask(
  task: Task,
  unit: string,
  period: Period,
  entry: TaskEntry | undefined,
  unread: readonly UnreadValue[],
): MissingPart[] {
  const answers = task.responsible.unit === unit;
  const targets = task.targets.filter((target) => target.responsible.unit === unit);
  if (!answers && targets.length === 0) return [];
  if (!entry) return [{ kind: 'entry' }];
  const idle =
    entry.selfAssessment?.value === 'notStarted' || entry.stage?.value === STATUS_FACES.notStarted.word;
  return [
    ...missingValues(targets, period, entry.values, unread).filter(
      (part) => !idle || part.unread !== undefined,
    ),
    ...(answers && task.milestones && !entry.stage && !idle ? [{ kind: 'stage' } as const] : []),
    ...(answers && !entry.progress ? [{ kind: 'progress' } as const] : []),
  ];
}

/** A goal without a number is told in words. */
function missingOfGoal(
  goal: Goal,
  unit: string,
  period: Period,
  entry: GoalEntry | undefined,
  unread: readonly UnreadValue[],
): MissingPart[] {
  const answers = goal.responsible.unit === unit;
  const targets = goal.target?.responsible.unit === unit ? [goal.target] : [];
  if (!answers && targets.length === 0) return [];
  if (!entry) return [{ kind: 'entry' }];
  return [
    ...missingValues(targets, period, entry.values, unread),
    ...(answers && !goal.target && !entry.progress ? [{ kind: 'progress' } as const] : []),
  ];
}

/** What was written and can't be read is to be mended, also where no value is owed yet. */
function missingValues(
  targets: readonly Target[],
  period: Period,
  values: readonly ReportedValue[],
  unread: readonly UnreadValue[],
): MissingValue[] {
  return targets.flatMap((target): MissingValue[] => {
    if (values.some((value) => value.target === target.id)) return [];
    const written = unread.find((value) => value.target === target.id)?.text;
    if (written === undefined && !isOwed(target, period)) return [];
    const part = { kind: 'value' as const, target: target.id, name: target.name };
    return [written === undefined ? part : { ...part, unread: written }];
  });
}
