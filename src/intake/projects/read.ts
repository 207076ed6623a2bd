/** data/<year>/projects/ → ProjectInputs: rules.yaml, projects.csv, returns/<month>/<file>. */
import { keyOf, remembered } from '../../base/cached.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { digestOf } from '../../base/digest.ts';
import type { Effects } from '../../base/effects.ts';
import { comparedKindUnknown, comparedTargetUnknown, twoMasters } from '../../base/messages/projects.ts';
import { unreadableMonth } from '../../base/messages/tables.ts';
import { endsAfter, type Month, monthIdSchema, parseMonth } from '../../model/period.ts';
import { allTasks, type Plan } from '../../model/plan/plan.ts';
import type { City } from '../../model/region/city.ts';
import { ownNames } from '../../model/region/own-level.ts';
import { type ProjectInputs, projectKinds, projectRulesSchema } from '../../model/region/project.ts';
import type { Unit } from '../../model/unit.ts';
import { readChecked } from '../located/checked.ts';
import { notThere } from '../misplaced.ts';
import { unitNames } from '../plan/units.ts';
import { readReturns } from '../tables/returns.ts';
import { readMaster } from './master.ts';
import { indexProjects, readProjectReturn } from './return.ts';

/** A list that was saved as a workbook is as good. */
const MASTER = /^projects\.(?:csv|xlsx?)$/;

/**
 * Undefined, without a word, for a year that has no such folder, or only the rules that were carried over from the last
 * one; problems are added to `diagnostics`.
 */
export async function readProjects(
  effects: Effects,
  folder: string,
  list: readonly City[] | undefined,
  { plan, units, until }: { plan: Plan; units: readonly Unit[]; until: Month | undefined },
  diagnostics: Diagnostic[],
): Promise<ProjectInputs | undefined> {
  const cities = list && unitNames(list);
  const names = await effects.list(folder);
  if (names.length === 0) return undefined;
  const rules = await readChecked(effects, `${folder}/rules.yaml`, projectRulesSchema);
  diagnostics.push(...rules.diagnostics);
  const known = new Set(allTasks(plan).flatMap((task) => task.targets.map(({ id }) => id)));
  for (const { started, investment } of Object.values(rules.value?.targets ?? {}))
    for (const id of [started, investment])
      if (id !== undefined && !known.has(id))
        diagnostics.push(comparedTargetUnknown(`${folder}/rules.yaml`, id));
  const masters = names.filter((name) => MASTER.test(name));
  if (masters.length === 0 && !names.includes('returns')) return undefined;
  const file = `${folder}/${masters[0] ?? 'projects.csv'}`;
  const bytes = await effects.read(file);
  if (!bytes) diagnostics.push(await notThere(file, effects));
  if (masters.length > 1) diagnostics.push(twoMasters(masters.map((name) => `${folder}/${name}`)));
  const own = ownNames({ document: plan.document, units, ...(list && { cities: list }) });
  const [tracks, listed] = [plan.tracks.length, rules.value?.kinds ?? []];
  const master =
    bytes &&
    (await remembered(
      effects.cache,
      (cache) => keyOf(cache, 'projects', file, digestOf(bytes), list ?? null, tracks, listed, own),
      () => readMaster(file, bytes, cities, tracks, listed, own),
    ));
  diagnostics.push(...(master?.diagnostics ?? []));
  if (!rules.value || !master?.value) return undefined;
  const { projects, demo } = master.value;
  const kinds = projectKinds({ rules: rules.value, projects });
  for (const kind of Object.keys(rules.value.targets))
    if (!kinds.includes(kind)) diagnostics.push(comparedKindUnknown(`${folder}/rules.yaml`, kind, kinds));
  const index = indexProjects(projects, list, own);
  const returns = await readReturns(
    effects,
    `${folder}/returns`,
    {
      when: (name, place, told) => {
        const month = monthIdSchema.safeParse(name).success ? parseMonth(name) : undefined;
        if (!month) told.push(unreadableMonth({ file: place }, '文件夹', name));
        return month && endsAfter(month.id, until) ? undefined : month;
      },
      read: ({ file, bytes, receivedAt }, month) =>
        readProjectReturn(file, bytes, index, { month, receivedAt }),
      silent: (one, { id }) => ({ ...one, month: id }),
      ground: ['projects', projects, list ?? null, own],
    },
    diagnostics,
  );
  return { rules: rules.value, projects, returns, demo };
}
