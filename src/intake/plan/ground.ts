/** What returns are read against: the year's plan, checked, with its units, rules, periods and office. */
import type { z } from 'zod';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { isLeftBehind } from '../../base/left-behind.ts';
import { folderEmpty } from '../../base/messages/files.ts';
import { BLANK_OFFICE, type Office, officeSchema } from '../../model/office.ts';
import { baselinesFileSchema } from '../../model/plan/baseline.ts';
import {
  goalsFileSchema,
  laddersFileSchema,
  type Plan,
  planDocumentSchema,
  planNotesFileSchema,
  requirementsFileSchema,
  trackSchema,
} from '../../model/plan/plan.ts';
import { type PeriodSetting, periodsFileSchema, type Rules, rulesSchema } from '../../model/plan/rules.ts';
import { type Unit, unitsFileSchema } from '../../model/unit.ts';
import { readChecked } from '../located/checked.ts';
import type { LocatedData } from '../located/located.ts';
import { misplaced } from '../misplaced.ts';
import { reachedBefore, withBaselines } from './baselines.ts';
import { withUnitNames } from './plan-units.ts';
import { type UnitNames, unitNames } from './units.ts';
import { type PlanSources, validatePlan } from './validate-plan.ts';
import { validateRules } from './validate-rules.ts';

export interface Ground {
  /** As its files say it, units by their short names; and with the baselines that a file of their own gives. */
  plan: Plan;
  based: Plan;
  units: Unit[];
  names: UnitNames;
  periods: PeriodSetting[];
  /** undefined where they can't be read, which keeps no return from being read. */
  rules: Rules | undefined;
  office: Office | undefined;
}

/** @param root data/<year>. Without a plan, units or periods that can be read there is no value. */
export async function readGround(effects: Effects, root: string): Promise<Outcome<Ground>> {
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
  return { value: { plan, based, units, names, periods, rules, office }, diagnostics };
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
