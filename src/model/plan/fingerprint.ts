/** Tells two states of a plan apart: a form made from one may not fit the other. */
import { createHash } from 'node:crypto';
import { allGoals, allTasks, answersFor, nodesOf, type Plan } from './plan.ts';

const LENGTH = 12;
/** Who answers, and why the office thinks so: no form asks for it, and a unit that got another name still fits its form. */
const NOT_ASKED: readonly string[] = ['responsible', 'cooperating', 'reason'];

/** What a target was before: the form of a period is made from what is in force then. */
const PAST = 'revised';

/**
 * Hexadecimal digits that change when a goal, a task, a target or a stage changes; notes, titles and names of cells do not
 * count, nor do last year's results, which are put right when the forms have long been sent out. Forms of earlier versions
 * carry those of the whole plan.
 */
export const planFingerprint = ({ goalGroups, tracks, ladders }: Plan): string =>
  digits([goalGroups, tracks, ladders]);

/** The same of what the form of one unit holds: a change to the tasks of others leaves it as it is. */
export function formFingerprint(plan: Plan, unit: string): string {
  const tasks = allTasks(plan).filter(
    (task) => answersFor(unit, task) || task.cooperating?.includes(unit) === true,
  );
  return digits(
    [
      allGoals(plan).filter((goal) => answersFor(unit, goal)),
      tasks.map((task) => [task, nodesOf(task, plan)]),
    ],
    NOT_ASKED,
  );
}

const digits = (parts: readonly unknown[], without: readonly string[] = []): string =>
  createHash('sha256')
    .update(
      JSON.stringify(parts, (key, value) =>
        key === 'cellName' || key === PAST || without.includes(key) || (key === 'baseline' && value?.carried)
          ? undefined
          : value,
      ),
    )
    .digest('hex')
    .slice(0, LENGTH);
