/** Gives the plan's stocks and shares without a baseline that of last year's results, by name. */
import { convertUnit } from '../base/chinese/convert-unit.ts';
import { formatAmount } from '../base/chinese/format.ts';
import { decimalsOf } from '../base/decimal.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { startsAbove } from '../base/messages/plan.ts';
import type { Baselines } from '../model/baseline.ts';
import type { Plan } from '../model/plan.ts';
import type { Target } from '../model/target.ts';

/** The same plan where nothing matches; a baseline written in the plan itself always stands. */
export function withBaselines(plan: Plan, baselines: Baselines): Plan {
  const start = (target: Target): Target => {
    if (target.baseline || (target.kind !== 'stock' && target.kind !== 'ratio')) return target;
    const found = baselines.find((baseline) => baseline.name === target.name);
    const inUnit = found && convertUnit({ ...found, decimals: 0, qualifier: '' }, target.unit);
    if (!found || !inUnit) return target;
    const { asOf, source, demo } = found;
    return { ...target, baseline: { value: inUnit.value, asOf, source, demo } };
  };
  return {
    ...plan,
    goalGroups: plan.goalGroups.map((group) => ({
      ...group,
      goals: group.goals.map((goal) => ({ ...goal, target: goal.target && start(goal.target) })),
    })),
    tracks: plan.tracks.map((track) => ({
      ...track,
      tasks: track.tasks.map((task) => ({ ...task, targets: task.targets.map(start) })),
    })),
  };
}

/** Targets that had been reached when the year began. */
export function reachedBefore(plan: Plan, file: string): Diagnostic[] {
  const targets = [
    ...plan.goalGroups.flatMap(({ goals }) => goals.flatMap(({ target }) => target ?? [])),
    ...plan.tracks.flatMap(({ tasks }) => tasks.flatMap((task) => task.targets)),
  ];
  return targets.flatMap(({ name, value, unit, kind, baseline, operator }) => {
    if (!baseline || operator === 'atMost' || baseline.value < value) return [];
    if (kind !== 'stock' && kind !== 'ratio') return [];
    const words = (n: number): string => formatAmount({ value: n, unit, decimals: decimalsOf(n) });
    return [startsAbove({ file }, name, [words(baseline.value), words(value)])];
  });
}
