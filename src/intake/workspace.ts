/** A workspace's year → Inputs: data/<year>/ with the plan, its rules and all returns. */
import type { z } from 'zod';
import { keyOf } from '../base/cached.ts';
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { isLeftBehind } from '../base/left-behind.ts';
import { madeOnce } from '../base/made-once.ts';
import { folderEmpty, planMissing } from '../base/messages/files.ts';
import type { Inputs } from '../model/inputs.ts';
import { BLANK_OFFICE, officeSchema } from '../model/office.ts';
import type { Month, Period } from '../model/period.ts';
import { baselinesFileSchema } from '../model/plan/baseline.ts';
import {
  allTasks,
  goalsFileSchema,
  laddersFileSchema,
  type Plan,
  planDocumentSchema,
  planNotesFileSchema,
  requirementsFileSchema,
  trackSchema,
} from '../model/plan/plan.ts';
import { planOf } from '../model/plan/revision.ts';
import { periodsFileSchema, rulesSchema } from '../model/plan/rules.ts';
import { unitsFileSchema } from '../model/unit.ts';
import { readAcknowledgements } from './acknowledgements.ts';
import { readCities, readCityList } from './cities/read.ts';
import { readChecked } from './located/checked.ts';
import type { LocatedData } from './located/located.ts';
import { readMeetings } from './meetings.ts';
import { misplaced } from './misplaced.ts';
import { reachedBefore, withBaselines } from './plan/baselines.ts';
import { indexPlan } from './plan/plan-index.ts';
import { withUnitNames } from './plan/plan-units.ts';
import { unitNames } from './plan/units.ts';
import { type PlanSources, validatePlan } from './plan/validate-plan.ts';
import { validateRules } from './plan/validate-rules.ts';
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
  const { load, located, told } = loader(effects);
  const officeFile = `${root}/office.yaml`;
  const baselinesFile = `${root}/baselines.yaml`;
  const trackFiles = (await effects.list(`${root}/plan/tracks`)).filter(
    (name) => name.endsWith('.yaml') && !isLeftBehind(name),
  );
  const [document, goals, requirements, notes, ladders, units, rules, periods] = await Promise.all([
    load(`${root}/plan/document.yaml`, planDocumentSchema),
    load(`${root}/plan/goals.yaml`, goalsFileSchema),
    load(`${root}/plan/requirements.yaml`, requirementsFileSchema),
    load(`${root}/plan/notes.yaml`, planNotesFileSchema),
    load(`${root}/ladders.yaml`, laddersFileSchema),
    load(`${root}/units.yaml`, unitsFileSchema),
    load(`${root}/rules.yaml`, rulesSchema),
    load(`${root}/periods.yaml`, periodsFileSchema),
  ]);
  const [office, baselines, ...tracks] = await Promise.all([
    (await effects.read(officeFile)) ? load(officeFile, officeSchema) : BLANK_OFFICE,
    (await effects.read(baselinesFile)) ? load(baselinesFile, baselinesFileSchema) : undefined,
    ...trackFiles.map((name) => load(`${root}/plan/tracks/${name}`, trackSchema)),
  ]);
  const diagnostics = [...told(), ...(await misplaced(effects, root))];
  if (trackFiles.length === 0) diagnostics.push(folderEmpty(`${root}/plan/tracks`, '专项文件'));

  const complete = tracks.filter((track) => track !== undefined);
  // What the returns are read against; with broken rules they are read all the same, so that everything is told at once.
  if (!document || !goals || !requirements || !notes || !ladders || !units || !periods)
    return { value: undefined, diagnostics };
  if (complete.length < Math.max(tracks.length, 1)) return { value: undefined, diagnostics };

  const written: Plan = {
    document,
    headline: goals.headline,
    goalGroups: goals.groups,
    tracks: complete,
    ladders,
    requirements,
    notes,
  };
  const sources: PlanSources = {
    goals: located(`${root}/plan/goals.yaml`),
    units: located(`${root}/units.yaml`),
    ladders: located(`${root}/ladders.yaml`),
    tracks: trackFiles.map((name) => located(`${root}/plan/tracks/${name}`)),
  };
  diagnostics.push(...validatePlan(written, units, sources));
  const names = unitNames(units);
  const plan = withUnitNames(written, names);
  if (rules) diagnostics.push(...validateRules(rules, plan, located(`${root}/rules.yaml`)));
  const based = withBaselines(plan, baselines ?? []);
  diagnostics.push(...reachedBefore(based, baselines ? baselinesFile : `${root}/plan`));
  // Each quarter's forms were made from the plan of that quarter.
  const plans = new Map<Plan, PlanBasis>();
  const basisOf = (period: Period): PlanBasis => {
    const own = planOf({ plan: based, periods }, period);
    const ground = (): string => (effects.cache ? keyOf(effects.cache, { plan: own, units }) : '');
    return madeOnce(plans, own, () => ({ index: indexPlan(own, units), ground: ground() }));
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

interface Loader {
  load<S extends z.ZodType>(file: string, schema: S): Promise<z.output<S> | undefined>;
  /** Of a file that was loaded and has a value. */
  located(file: string): LocatedData;
  /** What is wrong with the files, in the order of asking, whichever was read first. */
  told(): Diagnostic[];
}

function loader(effects: Effects): Loader {
  const sources = new Map<string, LocatedData>();
  const told: Diagnostic[][] = [];
  return {
    load: async (file, schema) => {
      const found: Diagnostic[] = [];
      told.push(found);
      const read = await readChecked(effects, file, schema, (_, located) => {
        sources.set(file, located);
        return [];
      });
      found.push(...read.diagnostics);
      return read.value;
    },
    located: (file) => sources.get(file) as LocatedData,
    told: () => told.flat(),
  };
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
