/** Where the new plan names nobody for a goal: who answers for the task that asks for the same, or who did so last year. */
import type { Diagnostic } from '../../../base/diagnostic.ts';
import { goalsAsLastYear, goalsAsTasks, goalsUnassigned } from '../../../base/messages/plan-import.ts';
import type { Goal } from '../../../model/plan/plan.ts';
import type { Responsibility, Target } from '../../../model/plan/target.ts';
import { TO_BE_NAMED } from '../../../model/unit.ts';
import type { UnitNames } from '../../plan/units.ts';
import type { Draft } from './draft.ts';

/** A goal of last year's plan, and the unit that answered for it by the name it had then. */
export interface LastGoal {
  name: string;
  unit: string;
}

interface Proposal {
  unit: string;
  reason: string;
  tell(file: string, proposed: readonly string[]): Diagnostic;
}

/**
 * @param names the new year's list of units; a unit that is neither in it nor in the draft's own is not proposed
 * @returns the draft; what is proposed is told of, and no longer counted among the goals without a unit
 */
export function withProposedUnits(
  file: string,
  draft: Draft,
  last: readonly LastGoal[],
  names: UnitNames,
): Draft {
  const listed = new Set(draft.units.map(({ name }) => name));
  const lastUnits = new Map(last.map(({ name, unit }) => [name, names.canonical(unit)]));
  const proposed = new Map<Proposal['tell'], string[]>();
  let open = 0;
  const propose = (goal: Goal): Proposal | undefined => {
    const task = sameTask(goal, draft);
    if (task) return task;
    const unit = lastUnits.get(goal.name);
    const known = unit && unit !== TO_BE_NAMED && (names.resolve(unit) || listed.has(unit));
    return known ? { unit, reason: '暂按上年同名目标的责任单位', tell: goalsAsLastYear } : undefined;
  };
  const named = (goal: Goal): Goal => {
    if (goal.responsible.unit !== TO_BE_NAMED) return goal;
    const found = propose(goal);
    if (!found) {
      open += 1;
      return goal;
    }
    const { unit, tell } = found;
    proposed.set(tell, [...(proposed.get(tell) ?? []), `${goal.id}“${goal.name}”（${unit}）`]);
    const reason = `计划未指定责任单位，${found.reason}，待领导小组办公室确定`;
    const responsible: Responsibility = { unit, assignedBy: 'office', reason };
    return { ...goal, responsible, target: goal.target && { ...goal.target, responsible } };
  };
  const groups = draft.goals.groups.map((group) => ({ ...group, goals: group.goals.map(named) }));
  if (proposed.size === 0) return draft;
  const others = draft.unsure.filter(({ code }) => code !== 'goalsUnassigned');
  const left = open > 0 ? [goalsUnassigned(file, open)] : [];
  const told = [...proposed].map(([tell, list]) => tell(file, list));
  return { ...draft, goals: { ...draft.goals, groups }, unsure: [...others, ...left, ...told] };
}

/** The only unit of tasks that ask for the same number of the same. */
function sameTask({ target: wanted }: Goal, { tracks }: Draft): Proposal | undefined {
  if (!wanted) return undefined;
  const same = ({ name, value, unit }: Target): boolean =>
    name === wanted.name && value === wanted.value && unit === wanted.unit;
  const found = tracks.flatMap(({ track }) =>
    track.tasks.filter(({ responsible, targets }) => responsible.unit !== TO_BE_NAMED && targets.some(same)),
  );
  const [task] = found;
  const units = new Set(found.map(({ responsible }) => responsible.unit));
  if (!task || units.size > 1) return undefined;
  return {
    unit: task.responsible.unit,
    reason: `暂按任务${task.no}中同一指标的责任单位`,
    tell: goalsAsTasks,
  };
}
