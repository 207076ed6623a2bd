/** What intake hands over: everything of a workspace's year, validated and normalised. */

import type { Meeting } from './meeting.ts';
import type { Office } from './office.ts';
import type { Plan } from './plan/plan.ts';
import type { PeriodSetting, Rules } from './plan/rules.ts';
import type { CityInputs } from './region/city.ts';
import type { ProjectInputs } from './region/project.ts';
import type { Acknowledgement } from './returns/acknowledgement.ts';
import type { Submission } from './returns/submission.ts';
import type { Unit } from './unit.ts';

export interface Inputs {
  plan: Plan;
  units: Unit[];
  rules: Rules;
  periods: PeriodSetting[];
  office: Office;
  /** All returns of the year, in order of receipt; a later return of a unit for a period supersedes an earlier one. */
  submissions: Submission[];
  /** Of all periods of the year. */
  acknowledgements: Acknowledgement[];
  /**
   * Period → what is known of its meeting; a quarter without a file has none. With the last one of the year before, where
   * its file is there: the first meeting of a year follows up what that one decided. Its decisions name no tasks.
   */
  meetings: ReadonlyMap<string, Meeting>;
  /** Absent unless asked for, and in a year that has no master list of projects (yet). */
  projects?: ProjectInputs;
  /** Absent unless asked for, and in a workspace without data/<year>/cities. */
  cities?: CityInputs;
}
