/** `diaodu plan import`: a plan document becomes draft YAML in data/<year>/; what was unsure is listed, nothing overwritten. */
import { basename, isAbsolute } from 'node:path';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import * as messages from '../../base/messages/new-year.ts';
import { writeTexts } from '../../base/write-files.ts';
import { readChecked } from '../../intake/located/checked.ts';
import { firstMeetingOf, meetingDraft } from '../../intake/meeting-draft.ts';
import type { CarriedOver } from '../../intake/plan-import/carried-over.ts';
import type { LastGoal } from '../../intake/plan-import/draft/proposed-units.ts';
import { type ImportedPlan, readPlan } from '../../intake/plan-import/import-plan.ts';
import type { Period } from '../../model/period.ts';
import { baselinesFileSchema } from '../../model/plan/baseline.ts';
import { goalsFileSchema } from '../../model/plan/plan.ts';
import { unitsFileSchema } from '../../model/unit.ts';
import { type Example, firstSettings } from './first-settings.ts';

export interface PlanImport {
  year: number | undefined;
  counts: ImportedPlan['counts'] | undefined;
  written: string[];
  diagnostics: Diagnostic[];
}

/**
 * @param file the document, absolute or relative to the workspace
 * @param year where the document names none, or to override it
 * @param out folder for the drafts; data/<year> by default
 * @param example of settings, for a workspace's first year
 */
export async function importPlanFile(
  request: { file: string; year: number | undefined; out: string | undefined; example?: Example },
  effects: Effects,
): Promise<PlanImport> {
  const failed = (...diagnostics: Diagnostic[]): PlanImport => ({
    year: undefined,
    counts: undefined,
    written: [],
    diagnostics,
  });
  const bytes = await effects.read(request.file);
  if (!bytes) {
    const folder = (await effects.list(request.file)).length > 0;
    return failed((folder ? messages.planIsFolder : messages.planFileMissing)(request.file));
  }
  const { value: plan, diagnostics } = readPlan(sourceName(request.file), bytes, request.year);
  if (!plan) return failed(...diagnostics);
  const year = request.year ?? plan.year;
  if (!year && !request.out) return failed(messages.planYearUnknown(request.file));

  const folder = request.out ?? `data/${year}`;
  const known = await knownIn(folder, year, effects);
  if (!known.value) return failed(...known.diagnostics);
  const value = plan.drafted(known.value);
  const files = value.files.map(({ path, text }) => ({ path: `${folder}/${path}`, text }));
  // `diaodu new` may have carried over the units, which people have polished: the draft list is then not needed.
  const existing: string[] = [];
  for (const { path } of files) if (await effects.read(path)) existing.push(path);
  const blocking = existing.filter((path) => !path.endsWith('/units.yaml'));
  if (blocking.length > 0) return failed(messages.yearExists(year ?? 0, blocking));
  // `diaodu new` drafts the first meeting's file of every later year; the first year has nobody else to do it.
  const first = year && !request.out ? firstMeetingOf(year, plan.issuedOn) : undefined;
  const meetings = first ? await effects.list(`data/${year}/meetings`) : [];
  const drafted = meetings.length > 0;
  const { example } = request;
  const settings = year && example && !request.out ? await firstSettings(year, example, effects) : [];
  const wanted = [
    ...files.filter(({ path }) => !existing.includes(path)),
    ...(first && !drafted ? [{ path: pathOf(first), text: meetingDraft(first, undefined) }] : []),
    ...settings,
  ];
  await writeTexts(effects, wanted);
  // That was before anybody knew when the plan would come.
  const early = `${year}Q1.yaml`;
  const late = first && first.quarter > 1 && meetings.length === 1 && meetings[0] === early;
  return {
    year,
    counts: value.counts,
    written: wanted.map(({ path }) => path),
    diagnostics: [
      ...value.unsure,
      ...(late ? [messages.meetingTooEarly(`data/${year}/meetings/${early}`, pathOf(first))] : []),
      ...(year && settings.length > 0 ? [messages.settingsDrafted(year, settings.map(nameOf))] : []),
    ],
  };
}

const nameOf = ({ path }: { path: string }): string => basename(path);
const pathOf = ({ id, year }: Period): string => `data/${year}/meetings/${id}.yaml`;

/** What the drafts name as their source: no path that only this machine has. */
const sourceName = (file: string): string =>
  isAbsolute(file) || file.startsWith('..') ? basename(file) : file;

/** What `diaodu new` carried over: units and baselines, each where there is a file; and last year's goals. */
async function knownIn(
  folder: string,
  year: number | undefined,
  effects: Effects,
): Promise<Outcome<CarriedOver>> {
  const [unitsFile, baselinesFile] = [`${folder}/units.yaml`, `${folder}/baselines.yaml`];
  const nothing = { value: [], diagnostics: [] };
  const units = (await effects.read(unitsFile))
    ? await readChecked(effects, unitsFile, unitsFileSchema)
    : nothing;
  const baselines = (await effects.read(baselinesFile))
    ? await readChecked(effects, baselinesFile, baselinesFileSchema)
    : nothing;
  const diagnostics = [...units.diagnostics, ...baselines.diagnostics];
  return units.value && baselines.value
    ? {
        value: { units: units.value, baselines: baselines.value, goals: await lastGoals(year, effects) },
        diagnostics,
      }
    : { value: undefined, diagnostics };
}

/** By the names of their targets, too. They are only proposed from: a plan of last year that can't be read gives none. */
async function lastGoals(year: number | undefined, effects: Effects): Promise<LastGoal[]> {
  const file = `data/${(year ?? 0) - 1}/plan/goals.yaml`;
  if (!year || !(await effects.read(file))) return [];
  const { value } = await readChecked(effects, file, goalsFileSchema);
  const goals = value?.groups.flatMap((group) => group.goals) ?? [];
  return goals.flatMap(({ name, responsible, target }) =>
    [...new Set([name, target?.name ?? name])].map((one) => ({ name: one, unit: responsible.unit })),
  );
}
