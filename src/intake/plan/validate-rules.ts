/** rules.yaml against the plan: the sums have to name figures that exist. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { sumTargetUnknown } from '../../base/messages/checks.ts';
import { nearest } from '../../base/nearest.ts';
import { allGoals, allTasks, type Plan } from '../../model/plan/plan.ts';
import type { Rules } from '../../model/plan/rules.ts';
import type { LocatedData } from '../located/located.ts';

/** An error for every id in `checks.sums` that the plan does not have. */
export function validateRules(rules: Rules, plan: Plan, located: LocatedData): Diagnostic[] {
  const known = [
    ...allGoals(plan).flatMap((goal) => goal.target?.id ?? []),
    ...allTasks(plan).flatMap((task) => task.targets.map((target) => target.id)),
  ];
  const unknown = (id: string, path: PropertyKey[]): Diagnostic[] =>
    known.includes(id)
      ? []
      : [sumTargetUnknown(located.at(['checks', 'sums', ...path]), id, nearest(id, known))];
  return rules.checks.sums.flatMap(({ total, parts }, i) => [
    ...unknown(total, [i, 'total']),
    ...parts.flatMap((part, j) => unknown(part, [i, 'parts', j])),
  ]);
}
