/** Who owed a return, who handed it in, and when. */
import type { ReturnRecord } from '../model/ledger.ts';
import type { Period } from '../model/period.ts';
import { allGoals, allTasks, type Plan } from '../model/plan.ts';
import type { PeriodSetting } from '../model/rules.ts';
import type { Unit } from '../model/unit.ts';
import type { PeriodReturns } from './merge.ts';
import { missingItems } from './missing.ts';

/**
 * One record per unit that reports, or that answers for something, or that handed in a return; in the order of units.
 * `receivedAt` is the day of the return that counts; `late` goes by the unit's first one.
 */
export function returnRecords(
  plan: Plan,
  units: readonly Unit[],
  returns: PeriodReturns,
  setting: PeriodSetting,
  period: Period,
): ReturnRecord[] {
  return units
    .map((unit): ReturnRecord => {
      const submission = returns.byUnit.get(unit.name);
      const owesTasks = allTasks(plan)
        .filter((task) => [task, ...task.targets].some((part) => part.responsible.unit === unit.name))
        .map((task) => task.no);
      const owesGoals = allGoals(plan)
        .filter((goal) => [goal, goal.target].some((part) => part?.responsible.unit === unit.name))
        .map((goal) => goal.id);
      const first = returns.firstReceivedAt.get(unit.name);
      return {
        unit,
        owesTasks,
        owesGoals,
        receivedAt: submission?.receivedAt ?? null,
        late: first !== undefined && first > setting.due,
        file: submission?.file ?? null,
        version: returns.versions.get(unit.name) ?? 0,
        filledTasks: owesTasks.filter((no) => submission?.tasks.some((entry) => entry.task === no)).length,
        missing: missingItems(plan, unit.name, period, submission),
      };
    })
    .filter((r) => r.unit.reports || r.owesTasks.length > 0 || r.owesGoals.length > 0 || r.file !== null);
}
