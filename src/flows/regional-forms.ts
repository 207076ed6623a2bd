/** Forms for the cities: monthly on their key projects, quarterly on indicators and duties. */
import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { periodNotSet, unitNotConcerned } from '../base/messages/chase.ts';
import { noRegionalData } from '../base/messages/regional.ts';
import { nearest } from '../base/nearest.ts';
import { cityFormContent } from '../compose/forms/city-form.ts';
import { projectFormContent } from '../compose/forms/project-form.ts';
import { readWorkspace, type Wants } from '../intake/workspace.ts';
import type { Inputs } from '../model/inputs.ts';
import { type Month, monthName, type Period, periodName } from '../model/period.ts';
import { writeCityForm } from '../render/xlsx/city-form.ts';
import { writeProjectForm } from '../render/xlsx/project-form.ts';
import { errorsOutsideReturns } from './returns.ts';

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
  return writeForms(offered, only, diagnostics, effects, async (city) => {
    const content = projectFormContent(projects, city, when);
    return {
      path: `${out}/填报表/${city}${monthName(when)}重点项目月报表.xlsx`,
      bytes: await writeProjectForm(content, office.contact),
      rows: content.rows.length,
    };
  });
}

/** 季报表, one per city, in a folder beside the units' forms: <out>/填报表/设区市/赣州市2022年三季度季报表.xlsx */
export async function cityForms(
  { when, only, out }: RegionalFormsRequest<Period>,
  effects: Effects,
): Promise<RegionalFormsResult> {
  const { inputs, diagnostics } = await openYear(effects, when.year, { cities: true });
  if (!inputs) return { files: [], diagnostics };
  const { cities, office, periods } = inputs;
  if (!cities) return { files: [], diagnostics: [...diagnostics, noRegionalData(when.year, 'cities')] };
  const setting = periods.find((period) => period.id === when.id);
  if (!setting) {
    const known = periods.map((period) => period.id);
    return { files: [], diagnostics: [...diagnostics, periodNotSet(when.id, known)] };
  }
  const offered = cities.cities.map((city) => city.name);
  return writeForms(offered, only, diagnostics, effects, async (city) => {
    const content = cityFormContent(cities, city, when, setting.due);
    return {
      path: `${out}/填报表/设区市/${city}${periodName(when)}季报表.xlsx`,
      bytes: await writeCityForm(content, office.contact),
      rows: content.rows.length,
    };
  });
}

/** Problems in returns do not keep new forms from going out; problems in the plan and the lists do. */
async function openYear(
  effects: Effects,
  year: number,
  wants: Wants,
): Promise<{ inputs: Inputs | undefined; diagnostics: Diagnostic[] }> {
  const read = await readWorkspace(effects, year, wants);
  const diagnostics = errorsOutsideReturns(read.diagnostics, year);
  return { inputs: hasErrors(diagnostics) ? undefined : read.value, diagnostics };
}

async function writeForms(
  offered: readonly string[],
  only: readonly string[],
  before: readonly Diagnostic[],
  effects: Effects,
  write: (city: string) => Promise<{ path: string; bytes: Uint8Array; rows: number }>,
): Promise<RegionalFormsResult> {
  const unknown = only.filter((name) => !offered.includes(name));
  const diagnostics = [
    ...before,
    ...unknown.map((name) => unitNotConcerned(name, nearest(name, [...offered]), offered)),
  ];
  if (unknown.length > 0) return { files: [], diagnostics };
  const files: RegionalForm[] = [];
  for (const city of offered.filter((name) => only.length === 0 || only.includes(name))) {
    const { path, bytes, rows } = await write(city);
    await effects.write(path, bytes);
    files.push({ city, path, bytes: bytes.length, rows });
  }
  return { files, diagnostics };
}
