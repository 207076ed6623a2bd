/** Forms for the cities: monthly on their key projects, quarterly on indicators and duties. */
import { type Output, putWorkbooks } from '../../archive/outputs.ts';
import { type Diagnostic, hasErrors } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { asFileName } from '../../base/file-name.ts';
import { unitNotConcerned } from '../../base/messages/chase.ts';
import { noRegionalData } from '../../base/messages/regional.ts';
import { nearest } from '../../base/nearest.ts';
import { cityFormContent } from '../../compose/forms/city-form.ts';
import { projectFormContent } from '../../compose/forms/project-form.ts';
import { readCityList } from '../../intake/cities/read.ts';
import { indexProjects } from '../../intake/projects/return.ts';
import { readWorkspace, type Wants } from '../../intake/workspace.ts';
import { periodSetting } from '../../ledger/period-setting.ts';
import { regionHints, regionTold } from '../../ledger/region.ts';
import type { Inputs } from '../../model/inputs.ts';
import { type Month, monthName, type Period, periodName } from '../../model/period.ts';
import { fieldOf } from '../../model/plan/programme.ts';
import { writeCityForm } from '../../render/xlsx/city-form.ts';
import { writeProjectForm } from '../../render/xlsx/project-form.ts';
import { errorsOutsideReturns, outsideReturns } from '../returns.ts';

export interface RegionalFormsRequest<When> {
  when: When;
  /** Cities to write forms for; all when empty. */
  only: readonly string[];
  /** Output folder of the period. */
  out: string;
}

export interface RegionalForm {
  city: string;
  path: string;
  bytes: number;
  /** Projects, or indicators and duties. */
  rows: number;
}

export interface RegionalFormsResult {
  files: RegionalForm[];
  diagnostics: Diagnostic[];
}

/** Made, and not yet written. */
type MadeForms = RegionalFormsResult & { outputs: Output[] };
const NOTHING = { files: [], outputs: [] };

/** 月报表, one per city that has projects: <out>/填报表/赣州市2022年8月重点项目月报表.xlsx */
export async function projectForms(
  { when, only, out }: RegionalFormsRequest<Month>,
  effects: Effects,
): Promise<RegionalFormsResult> {
  const { inputs, diagnostics } = await openYear(effects, when.year, { projects: true });
  if (!inputs) return { files: [], diagnostics };
  const { projects, office } = inputs;
  if (!projects) return { files: [], diagnostics: [...diagnostics, noRegionalData(when.year, 'projects')] };
  const offered = [...new Set(projects.projects.map((project) => project.city))];
  const list = await readCityList(effects, `data/${when.year}/cities`, []);
  const { cities } = indexProjects(projects.projects, list, regionHints(inputs).ownNames);
  const named = only.map(cities.canonical);
  const made = await makeForms(offered, named, diagnostics, async (city) => {
    const content = titled(projectFormContent(projects, city, when), inputs);
    return {
      path: `${out}/填报表/${asFileName(city)}${monthName(when)}重点项目月报表.xlsx`,
      bytes: await writeProjectForm(content, office.contact),
      rows: content.rows.length,
    };
  });
  const put = await putWorkbooks(out, made.outputs, effects);
  const files = hasErrors(put.diagnostics) ? [] : made.files;
  return { files, diagnostics: [...made.diagnostics, ...put.diagnostics] };
}

/** 季报表, one per city, in a folder beside the units' forms, called as the places are: <out>/填报表/设区市/赣州市2022年三季度季报表.xlsx */
export async function makeCityForms(
  { when, only, out }: RegionalFormsRequest<Period>,
  effects: Effects,
): Promise<MadeForms> {
  const { inputs, diagnostics } = await openYear(effects, when.year, { cities: true });
  if (!inputs) return { ...NOTHING, diagnostics };
  const { cities, office } = inputs;
  if (!cities) return { ...NOTHING, diagnostics: [...diagnostics, noRegionalData(when.year, 'cities')] };
  const { value: setting, diagnostics: unset } = periodSetting(inputs, when);
  if (!setting) return { ...NOTHING, diagnostics: [...diagnostics, ...unset] };
  const place = asFileName(regionTold(inputs).value.place);
  const offered = cities.cities.map((city) => city.name);
  return makeForms(offered, only, diagnostics, async (city) => {
    const content = titled(cityFormContent(cities, city, when, setting.due), inputs);
    return {
      path: `${out}/填报表/${place}/${city}${periodName(when)}季报表.xlsx`,
      bytes: await writeCityForm(content, office.contact),
      rows: content.rows.length,
    };
  });
}

/** What the plan is about stands before what the form is: 数字经济重点项目进展情况月报表. */
const titled = <T extends { title: string }>(content: T, { plan }: Inputs): T => ({
  ...content,
  title: fieldOf(plan.document.programme) + content.title,
});

/** Problems in returns do not keep new forms from going out; problems in the plan and the lists do. */
async function openYear(
  effects: Effects,
  year: number,
  wants: Wants,
): Promise<{ inputs: Inputs | undefined; diagnostics: Diagnostic[] }> {
  const read = await readWorkspace(effects, year, wants);
  // What is unsettled of units and of cities is nothing that a form on projects speaks of.
  const told = wants.cities ? outsideReturns : errorsOutsideReturns;
  const diagnostics = told(read.diagnostics, year);
  return { inputs: hasErrors(diagnostics) ? undefined : read.value, diagnostics };
}

async function makeForms(
  offered: readonly string[],
  only: readonly string[],
  before: readonly Diagnostic[],
  make: (city: string) => Promise<{ path: string; bytes: Uint8Array; rows: number }>,
): Promise<MadeForms> {
  const unknown = only.filter((name) => !offered.includes(name));
  const diagnostics = [
    ...before,
    ...unknown.map((name) => unitNotConcerned(name, nearest(name, [...offered]), offered)),
  ];
  if (unknown.length > 0) return { ...NOTHING, diagnostics };
  const files: RegionalForm[] = [];
  const outputs: Output[] = [];
  for (const city of offered.filter((name) => only.length === 0 || only.includes(name))) {
    const { path, bytes, rows } = await make(city);
    outputs.push({ path, bytes });
    files.push({ city, path, bytes: bytes.length, rows });
  }
  return { files, outputs, diagnostics };
}
