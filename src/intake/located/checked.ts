/** One YAML file and its schema. */
import type { z } from 'zod';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { notThere } from '../misplaced.ts';
import { yearsThere } from '../years.ts';
import type { LocatedData } from './located.ts';
import { checkSchema } from './schema.ts';
import { keptYaml } from './yaml-file.ts';

/**
 * A file that is missing or does not fit its schema has no value.
 * @param further what the schema can't say of a value that fits it
 */
export async function readChecked<S extends z.ZodType>(
  effects: Effects,
  file: string,
  schema: S,
  further: (value: z.output<S>, located: LocatedData) => Diagnostic[] = () => [],
): Promise<Outcome<z.output<S>>> {
  const bytes = await effects.read(file);
  if (!bytes)
    return { value: undefined, diagnostics: [await notThere(file, effects, await exampleOf(file, effects))] };
  const yaml = await keptYaml(file, bytes, effects);
  if (!yaml.value) return { value: undefined, diagnostics: yaml.diagnostics };
  const checked = checkSchema(schema, yaml.value);
  const more = checked.value === undefined ? [] : further(checked.value, yaml.value);
  return { value: checked.value, diagnostics: [...yaml.diagnostics, ...checked.diagnostics, ...more] };
}

/** The same file of the nearest other year, so that nobody is sent to look for one that is not there. */
async function exampleOf(file: string, effects: Effects): Promise<string | undefined> {
  const [, own, rest] = /^data\/(\d{4})\/(.+)$/.exec(file) ?? [];
  if (own === undefined) return undefined;
  const years = (await yearsThere(effects)).filter((year) => year !== own);
  for (const year of years.toReversed())
    if (await effects.read(`data/${year}/${rest}`)) return `data/${year}/${rest}`;
  return undefined;
}
