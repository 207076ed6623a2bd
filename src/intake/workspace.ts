/** A workspace's year → Inputs: data/<year>/ with the plan, its rules and all returns. */
import { keyOf } from '../base/cached.ts';
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { madeOnce } from '../base/made-once.ts';
import { planMissing } from '../base/messages/files.ts';
import type { Inputs } from '../model/inputs.ts';
import type { Month, Period } from '../model/period.ts';
import { allTasks, type Plan } from '../model/plan/plan.ts';
import { planOf } from '../model/plan/revision.ts';
import { readAcknowledgements } from './acknowledgements.ts';
import { readCities, readCityList } from './cities/read.ts';
import { readMeetings } from './meetings.ts';
import { readGround } from './plan/ground.ts';
import { indexPlan } from './plan/plan-index.ts';
import { readProjects } from './projects/read.ts';
import { acknowledgementByNames, officeByNames } from './renamed.ts';
import { type PlanBasis, readSubmissions } from './returns/submissions.ts';
import { whereabouts } from './whereabouts.ts';

/** What is read only when asked for: forms and letters to units need neither, and they are two hundred files. */
export interface Wants {
  projects?: boolean;
  cities?: boolean;
  /** What belongs to periods that end later is left alone: a paper made again says what was known then. */
  until?: Month | undefined;
}

/**
 * Reads and checks everything of a year; all problems are collected. Without a readable plan or settings there is no
 * value; a broken return only loses itself (its problem is an error all the same).
 */
export async function readWorkspace(
  effects: Effects,
  year: number,
  wants: Wants = {},
): Promise<Outcome<Inputs>> {
  const nowhere = await whereabouts(effects, year);
  if (nowhere.length > 0) return { value: undefined, diagnostics: nowhere };
  const root = `data/${year}`;
  if ((await effects.list(`${root}/plan`)).length === 0)
    return { value: undefined, diagnostics: [planMissing(year)] };
  const { value: ground, diagnostics } = await readGround(effects, root);
  // With broken rules the returns are read all the same, so that everything is told at once.
  if (!ground) return { value: undefined, diagnostics };
  const { plan, based, units, names, rules, periods, office } = ground;
  // Each quarter's forms were made from the plan of that quarter.
  const plans = new Map<Plan, PlanBasis>();
  const basisOf = (period: Period): PlanBasis => {
    const own = planOf({ plan: based, periods }, period);
    const key = (): string => (effects.cache ? keyOf(effects.cache, { plan: own, units }) : '');
    return madeOnce(plans, own, () => ({ index: indexPlan(own, units), ground: key() }));
  };
  // Side by side: while one is read from the disk, another is made out.
  const tasks = allTasks(plan).map((task) => task.no);
  const { until } = wants;
  const [returns, acknowledged, met, regional] = await Promise.all([
    readSubmissions(effects, `${root}/submissions`, periods, basisOf, until),
    readAcknowledgements(effects, `${root}/acknowledgements`, periods, until),
    readMeetings(effects, `${root}/meetings`, periods, {
      units,
      tasks,
      until,
      lastYear: `data/${year - 1}/meetings/${year - 1}Q4.yaml`,
    }),
    readRegional(effects, root, { plan, units, periods }, wants),
  ]);
  for (const read of [returns, acknowledged, met, regional]) diagnostics.push(...read.diagnostics);
  if (!rules || !office) return { value: undefined, diagnostics };
  const value: Inputs = {
    plan: based,
    units,
    rules,
    periods,
    office: officeByNames(office, names),
    submissions: returns.submissions,
    acknowledgements: acknowledged.acknowledgements.map((given) => acknowledgementByNames(given, names)),
    meetings: met.meetings,
    ...regional.value,
  };
  return { value, diagnostics };
}

/** Key projects and cities, as far as wanted and there. Projects go by the names in the list of cities. */
async function readRegional(
  effects: Effects,
  root: string,
  { plan, units, periods }: Pick<Inputs, 'plan' | 'units' | 'periods'>,
  wants: Wants,
): Promise<{ value: Pick<Inputs, 'projects' | 'cities'>; diagnostics: Diagnostic[] }> {
  if (!wants.projects && !wants.cities) return { value: {}, diagnostics: [] };
  const { until } = wants;
  const quarters = periods.map((period) => period.id);
  const told: Record<'list' | 'cities' | 'projects', Diagnostic[]> = { list: [], cities: [], projects: [] };
  const list = await readCityList(effects, `${root}/cities`, told.list);
  const [cities, projects] = await Promise.all([
    wants.cities && list
      ? readCities(effects, `${root}/cities`, list, { plan, periods: quarters, until }, told.cities)
      : undefined,
    wants.projects
      ? readProjects(effects, `${root}/projects`, list, { plan, units, until }, told.projects)
      : undefined,
  ]);
  const value = { ...(projects ? { projects } : {}), ...(cities ? { cities } : {}) };
  return { value, diagnostics: [...told.list, ...told.cities, ...told.projects] };
}
