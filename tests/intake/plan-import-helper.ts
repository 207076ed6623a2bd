/** Runs the importer and reads its drafts back through the schemas of the model. */
import { expect } from 'vitest';
import { parse } from 'yaml';
import type { z } from 'zod';
import type { Outcome } from '../../src/base/diagnostic.ts';
import { type ImportedPlan, readPlan } from '../../src/intake/plan-import/import-plan.ts';
import {
  goalsFileSchema,
  planNotesFileSchema,
  requirementsFileSchema,
  type Task,
  type Track,
  trackSchema,
} from '../../src/model/plan/plan.ts';
import { unitsFileSchema } from '../../src/model/unit.ts';

export { REPOSITORY } from '../support/effects.ts';

/** A plan for a year of which nothing is known. */
export function importPlan(file: string, bytes: Uint8Array, year?: number): Outcome<ImportedPlan> {
  const { value, diagnostics } = readPlan(file, bytes, year);
  return { value: value?.drafted({ units: [], baselines: [], goals: [] }), diagnostics };
}

export interface Imported {
  value: ImportedPlan;
  /** A draft file, parsed. */
  yaml(path: string): unknown;
  tracks: Track[];
  tasks: Task[];
  goals: z.infer<typeof goalsFileSchema>;
  codes: string[];
}

export function imported(file: string, source: Uint8Array | string): Imported {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : new Uint8Array(source);
  const { value, diagnostics } = importPlan(file, bytes);
  expect(diagnostics).toEqual([]);
  if (!value) throw new Error('nothing was imported');
  const yaml = (path: string): unknown => parse(value.files.find((f) => f.path === path)?.text ?? '');
  const tracks = value.files
    .filter((f) => f.path.startsWith('plan/tracks/'))
    .map((f) => trackSchema.parse(parse(f.text)));
  // All drafts but document.yaml (whose year may be missing) are always complete.
  requirementsFileSchema.parse(yaml('plan/requirements.yaml'));
  planNotesFileSchema.parse(yaml('plan/notes.yaml'));
  unitsFileSchema.parse(yaml('units.yaml'));
  const tasks = tracks.flatMap((track) => track.tasks);
  for (const task of tasks) for (const target of task.targets) expect(task.text).toContain(target.sentence);
  return {
    value,
    yaml,
    tracks,
    tasks,
    goals: goalsFileSchema.parse(yaml('plan/goals.yaml')),
    codes: value.unsure.map((d) => d.code),
  };
}
