/** What intake hands over: everything of a workspace's year, validated and normalised. */
import type { Plan } from './plan.ts';
import type { PeriodSetting, Rules } from './rules.ts';
import type { Submission } from './submission.ts';
import type { Unit } from './unit.ts';

export interface Inputs {
  plan: Plan;
  units: Unit[];
  rules: Rules;
  periods: PeriodSetting[];
  /** All returns of the year, in order of receipt; a later return of a unit for a period supersedes an earlier one. */
  submissions: Submission[];
}
