/** What is left for the quarter after: tasks that must keep their pace, goals to reach, stages that come due. */
import type { GoalRecord, Ledger, TaskRecord } from '../../model/ledger/ledger.ts';
import { isLagging } from '../texts/lagging.ts';
import { remainingOf, type StageAhead, stagesAhead } from './remaining.ts';

/** Tasks with numbers that are on pace, but not done: they must not slacken. */
export function tasksToKeep(ledger: Ledger): TaskRecord[] {
  return ledger.tasks.filter(
    (task) =>
      (task.status === 'onPace' || task.status === 'ahead') &&
      task.targets.some((record) => remainingOf(record, ledger).missing),
  );
}

/** Annual goals that are not reached, or of which nobody knows. */
export const goalsToReach = ({ goals }: Ledger): GoalRecord[] =>
  goals.filter(({ target, status }) => target && status !== 'done');

/** Those of them of which something can be told that is missing: an amount, or what is to be there by its day. */
export const goalsWithNeed = (ledger: Ledger): GoalRecord[] =>
  goalsToReach(ledger).filter(
    ({ target }) => target && (target.target.operator === 'yesNo' || remainingOf(target, ledger).missing),
  );

/** Stages that come due next quarter, of tasks that are on pace. */
export const stagesDueNext = (task: TaskRecord, ledger: Ledger): StageAhead[] =>
  isLagging(task) ? [] : stagesAhead(task, ledger).filter((stage) => !stage.overdue);
