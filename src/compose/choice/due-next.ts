/** What is left for the quarter after: tasks that must keep their pace, goals to reach, stages that come due. */
import type { GoalRecord, Ledger, TargetRecord, TaskRecord } from '../../model/ledger/ledger.ts';
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

/** Whether it can be said what is left of a target; one to be reached or not, such as a system in service, has no amount to miss. */
export const hasRest = (record: TargetRecord, ledger: Ledger): boolean =>
  record.target.operator === 'yesNo' || remainingOf(record, ledger).missing !== null;

/** Of what remains of the goals, what can be said: of one that nobody has reported, nothing. */
export const goalsWithRest = (ledger: Ledger): GoalRecord[] =>
  goalsToReach(ledger).filter(({ target }) => target && hasRest(target, ledger));

/** Stages that come due next quarter, of tasks that are on pace. */
export const stagesDueNext = (task: TaskRecord, ledger: Ledger): StageAhead[] =>
  isLagging(task) ? [] : stagesAhead(task, ledger).filter((stage) => !stage.overdue);
