/** data/2022 as its schemas read it. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import {
  goalsFileSchema,
  laddersFileSchema,
  planDocumentSchema,
  planNotesFileSchema,
  requirementsFileSchema,
  trackSchema,
} from '../../src/model/plan/plan.ts';
import { periodsFileSchema, rulesSchema } from '../../src/model/plan/rules.ts';
import { unitsFileSchema } from '../../src/model/unit.ts';

export const DATA = resolve(import.meta.dirname, '../../data/2022');
const load = (path: string): unknown => parse(readFileSync(resolve(DATA, path), 'utf8'));

export const document = planDocumentSchema.parse(load('plan/document.yaml'));
export const goals = goalsFileSchema.parse(load('plan/goals.yaml'));
export const requirements = requirementsFileSchema.parse(load('plan/requirements.yaml'));
export const notes = planNotesFileSchema.parse(load('plan/notes.yaml'));
export const ladders = laddersFileSchema.parse(load('ladders.yaml'));
export const units = unitsFileSchema.parse(load('units.yaml'));
export const rules = rulesSchema.parse(load('rules.yaml'));
export const periods = periodsFileSchema.parse(load('periods.yaml'));
export const trackFiles = readdirSync(resolve(DATA, 'plan/tracks')).sort();
export const tracks = trackFiles.map((file) => trackSchema.parse(load(`plan/tracks/${file}`)));

export const tasks = tracks.flatMap((track) => track.tasks);
export const allGoals = goals.groups.flatMap((group) => group.goals);
export const goalTargets = allGoals.flatMap((goal) => goal.target ?? []);
export const targets = [...goalTargets, ...tasks.flatMap((task) => task.targets)];
