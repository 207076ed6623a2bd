/** Who owed a return, who handed it in, and when. */
import type { ReturnRecord } from '../model/ledger/ledger.ts';
import { allGoals, allTasks, answersFor, type Plan } from '../model/plan/plan.ts';
import type { PeriodSetting } from '../model/plan/rules.ts';
import type { MissingItem } from '../model/returns/missing.ts';
import { lastRefusals, type Refusal } from '../model/returns/refusal.ts';
import { isLate } from '../model/returns/return-standing.ts';
import { isEmpty } from '../model/returns/submission.ts';
import type { Status } from '../model/status.ts';
import type { Unit } from '../model/unit.ts';
import { missingItems } from './missing.ts';
import type { Quarter } from './quarter/quarter.ts';

const isSettled = ({ status, previousStatus }: { status: Status; previousStatus: Status | null }): boolean =>
  status === 'done' && previousStatus === 'done';

/** What is missing from a unit's return of the quarter, by the unit's name; everything owed when there is no return. */
export function missingIn(
  plan: Plan,
  { returns, period, tasks, goals }: Quarter,
): (unit: string) => MissingItem[] {
  const settled = new Set([
    ...tasks.filter(isSettled).map(({ task }) => String(task.no)),
    ...goals.flatMap(({ goal, target }) => (target && isSettled(target) ? [goal.id] : [])),
  ]);
  return (unit) => {
    const submission = returns.byUnit.get(unit);
    // Of a unit that is silent, all is asked for: also that what was done is confirmed.
    return missingItems(plan, unit, period, submission, submission ? settled : new Set());
  };
}

/**
 * One record per unit that answers for something, or that handed in a return; in the order of units.
 * `receivedAt` and `late` go by the unit's first return: a correction is no late return.
 * @param refusals what came for the period and was not taken
 */
export function returnRecords(
  plan: Plan,
  units: readonly Unit[],
  quarter: Quarter,
  setting: PeriodSetting,
  refusals: readonly Refusal[],
): ReturnRecord[] {
  const { returns } = quarter;
  const refused = lastRefusals(refusals);
  const missingOf = missingIn(plan, quarter);
  return units
    .map((unit): ReturnRecord => {
      const submission = returns.byUnit.get(unit.name);
      const missing = missingOf(unit.name);
      // An empty form says something only where nothing more is owed.
      const empty = submission !== undefined && isEmpty(submission) && missing.length > 0;
      const owesTasks = allTasks(plan)
        .filter((task) => answersFor(unit.name, task))
        .map((task) => task.no);
      const owesGoals = allGoals(plan)
        .filter((goal) => answersFor(unit.name, goal))
        .map((goal) => goal.id);
      const first = returns.firstReceivedAt.get(unit.name);
      return {
        unit,
        owesTasks,
        owesGoals,
        receivedAt: (submission && !empty && first) || null,
        correctedAt: submission && !empty && submission.receivedAt !== first ? submission.receivedAt : null,
        late: !empty && isLate(first, setting.due),
        file: submission?.file ?? null,
        version: returns.versions.get(unit.name) ?? 0,
        missing,
        sentBack: submission?.sentBack ?? 0,
        refused: empty
          ? { receivedAt: submission.receivedAt, why: 'empty' }
          : submission
            ? null
            : (refused.get(unit.name) ?? null),
      };
    })
    .filter((r) => r.owesTasks.length > 0 || r.owesGoals.length > 0 || r.file !== null);
}
