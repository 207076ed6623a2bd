/** Who answered last year for a goal of the same name: proposed where the new plan names nobody. */
import { goalsAsLastYear, goalsUnassigned } from '../../../base/messages/plan-import.ts';
import type { Goal } from '../../../model/plan/plan.ts';
import type { Responsibility } from '../../../model/plan/target.ts';
import { TO_BE_NAMED } from '../../../model/unit.ts';
import type { UnitNames } from '../../plan/units.ts';
import type { Draft } from './draft.ts';

/** A goal of last year's plan, and the unit that answered for it by the name it had then. */
export interface LastGoal {
  name: string;
  unit: string;
}

/**
 * @param names the new year's list of units; a unit that is neither in it nor in the draft's own is not proposed
 * @returns the draft; what is proposed is told of, and no longer counted among the goals without a unit
 */
export function withLastUnits(
  file: string,
  draft: Draft,
  last: readonly LastGoal[],
  names: UnitNames,
): Draft {
  const listed = new Set(draft.units.map(({ name }) => name));
  const units = new Map(last.map(({ name, unit }) => [name, names.resolve(unit) ?? unit]));
  const proposed: string[] = [];
  const open: string[] = [];
  const named = (goal: Goal): Goal => {
    if (goal.responsible.unit !== TO_BE_NAMED) return goal;
    const unit = units.get(goal.name);
    if (!unit || unit === TO_BE_NAMED || !(names.resolve(unit) || listed.has(unit))) {
      open.push(goal.id);
      return goal;
    }
    proposed.push(`${goal.id}“${goal.name}”（${unit}）`);
    const responsible: Responsibility = {
      unit,
      assignedBy: 'office',
      reason: '计划未指定责任单位，暂按上年同名目标的责任单位，待领导小组办公室确定',
    };
    return { ...goal, responsible, target: goal.target && { ...goal.target, responsible } };
  };
  const groups = draft.goals.groups.map((group) => ({ ...group, goals: group.goals.map(named) }));
  if (proposed.length === 0) return draft;
  const others = draft.unsure.filter(({ code }) => code !== 'goalsUnassigned');
  const left = open.length > 0 ? [goalsUnassigned(file, open.length)] : [];
  return {
    ...draft,
    goals: { ...draft.goals, groups },
    unsure: [...others, ...left, goalsAsLastYear(file, proposed)],
  };
}
