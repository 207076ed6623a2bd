/** data/<year>/projects/ → ProjectInputs: rules.yaml, projects.csv, returns/<month>/<file>. */

import { keyOf, remembered } from '../../base/cached.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { digestOf } from '../../base/digest.ts';
import type { Effects } from '../../base/effects.ts';
import { fileMissing } from '../../base/messages/files.ts';
import { twoMasters } from '../../base/messages/projects.ts';
import { unreadableMonth } from '../../base/messages/tables.ts';
import { together } from '../../base/together.ts';
import type { City } from '../../model/city.ts';
import { monthIdSchema, parseMonth } from '../../model/period.ts';
import { type ProjectInputs, type ProjectRules, projectRulesSchema } from '../../model/project.ts';
import { checkSchema } from '../schema.ts';
import { inReceiptOrder, returnFiles } from '../tables/returns.ts';
import { unitNames } from '../units.ts';
import { keptYaml } from '../yaml-file.ts';
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
  tracks: number,
  diagnostics: Diagnostic[],
): Promise<ProjectInputs | undefined> {
  const cities = list && unitNames(list);
  const names = await effects.list(folder);
  if (names.length === 0) return undefined;
  const rules = await readRules(effects, `${folder}/rules.yaml`, diagnostics);
  const masters = names.filter((name) => MASTER.test(name));
  if (masters.length === 0 && !names.includes('returns')) return undefined;
  const file = `${folder}/${masters[0] ?? 'projects.csv'}`;
  const bytes = await effects.read(file);
  if (!bytes) diagnostics.push(fileMissing(file));
  if (masters.length > 1) diagnostics.push(twoMasters(masters.map((name) => `${folder}/${name}`)));
  const master = bytes && readMaster(file, bytes, cities, tracks);
  diagnostics.push(...(master?.diagnostics ?? []));
  if (!rules || !master?.value) return undefined;
  const { projects, demo } = master.value;
  const index = indexProjects(projects, cities);
  const { cache } = effects;
  const ground = cache ? keyOf(cache, projects, list ?? null) : '';
  const months = (await effects.list(`${folder}/returns`)).filter((name) => !name.startsWith('.'));
  const returns = await together(months, diagnostics, async (name, told) => {
    const month = monthIdSchema.safeParse(name).success ? parseMonth(name) : undefined;
    if (!month) {
      told.push(unreadableMonth({ file: `${folder}/returns/${name}` }, '文件夹', name));
      return [];
    }
    const files = await returnFiles(effects, `${folder}/returns/${name}`, told);
    const values = await together(files, told, async ({ file, bytes, receivedAt }, found) => {
      const expected = { month, receivedAt };
      const read = await remembered(
        cache,
        (cache) => keyOf(cache, 'project return', ground, file, digestOf(bytes), expected),
        () => readProjectReturn(file, bytes, index, expected),
      );
      found.push(...read.diagnostics);
      return read.value ?? [];
    });
    return values.flat();
  });
  return { rules, projects, returns: inReceiptOrder(returns.flat()), demo };
}

async function readRules(
  effects: Effects,
  file: string,
  diagnostics: Diagnostic[],
): Promise<ProjectRules | undefined> {
  const bytes = await effects.read(file);
  if (!bytes) {
    diagnostics.push(fileMissing(file));
    return undefined;
  }
  const yaml = await keptYaml(file, bytes, effects);
  const checked = yaml.value && checkSchema(projectRulesSchema, yaml.value);
  diagnostics.push(...yaml.diagnostics, ...(checked?.diagnostics ?? []));
  return checked?.value;
}
