/** Look-ups into the plan that reading the returns needs. */

import { formFingerprint, planFingerprint } from '../../model/plan/fingerprint.ts';
import {
  allGoals,
  allTargets,
  allTasks,
  type Goal,
  nodesOf,
  type Plan,
  type Task,
} from '../../model/plan/plan.ts';
import type { Target } from '../../model/plan/target.ts';
import type { Unit } from '../../model/unit.ts';
import { type UnitNames, unitNames } from './units.ts';

export interface PlanIndex {
  units: UnitNames;
  tasks: ReadonlyMap<number, Task>;
  goals: ReadonlyMap<string, Goal>;
  /** Of both. */
  targets: ReadonlyMap<string, Target>;
  /** Stage words of the task's milestones, without 未启动; empty for a task judged by its targets alone. */
  stages(task: Task): string[];
  /** Units that may report on a task. */
  owners(task: Task): string[];
  /** Units of measurement that the plan uses. */
  measures: string[];
  /** What a form of the unit carries that was made from this plan, see model/plan/fingerprint.ts. */
  fingerprints(unit: string): readonly string[];
}

/** Of ids that stand twice, an error that validate-plan.ts reports, the last one counts. */
export function indexPlan(plan: Plan, units: readonly Unit[]): PlanIndex {
  const tasks = allTasks(plan);
  const goals = allGoals(plan);
  const targets = allTargets(plan);
  const whole = planFingerprint(plan);
  return {
    units: unitNames(units),
    tasks: new Map(tasks.map((task) => [task.no, task])),
    goals: new Map(goals.map((goal) => [goal.id, goal])),
    targets: new Map(targets.map((target) => [target.id, target])),
    stages: (task) => (nodesOf(task, plan) ?? []).map((node) => node.stage),
    owners: (task) => [
      ...new Set([task.responsible.unit, ...task.targets.map((target) => target.responsible.unit)]),
    ],
    measures: [...new Set(targets.map((target) => target.unit))],
    fingerprints: (unit) => [formFingerprint(plan, unit), whole],
  };
}
