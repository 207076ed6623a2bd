/**
 * The register of what came and was not taken: data/<year>/refused/<period>.yaml, cities-<period>.yaml for the quarterly
 * returns of the cities. It lies apart from the returns, whose folders say which papers are out of date.
 */
import { stringify } from 'yaml';
import { z } from 'zod';
import type { Outcome } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { type Refusal, refusalSchema } from '../../model/returns/refusal.ts';
import { checkSchema } from '../located/schema.ts';
import { keptYaml } from '../located/yaml-file.ts';

/** Of the units for a quarter, of the cities' projects for a month. */
export const refusalsFile = ({ year, id }: { year: number; id: string }): string =>
  `data/${year}/refused/${id}.yaml`;
/** Of the cities for a quarter. */
export const cityRefusalsFile = ({ year, id }: { year: number; id: string }): string =>
  refusalsFile({ year, id: `cities-${id}` });

const HEAD = `# 未收登记：报来而没有收下的文件（空表、其他期次的表、打不开的文件等），由 diaodu collect 登记，催报时据此写明；
# 该单位（地方）有一份收妥入库后即不再提及。登记有误的，删去那一条。
`;

/** In the order in which they were noted; none where there is no register. */
export async function readRefusals(effects: Effects, file: string): Promise<Outcome<Refusal[]>> {
  const bytes = await effects.read(file);
  if (!bytes) return { value: [], diagnostics: [] };
  const yaml = await keptYaml(file, bytes, effects);
  // All of them struck out: a file of comments only.
  if (!yaml.value || yaml.value.data === null)
    return { value: yaml.value && [], diagnostics: yaml.diagnostics };
  const { value, diagnostics } = checkSchema(z.array(refusalSchema), yaml.value);
  return { value, diagnostics: [...yaml.diagnostics, ...diagnostics] };
}

/** Replaces the register as a whole. */
export async function writeRefusals(
  effects: Effects,
  file: string,
  refusals: readonly Refusal[],
): Promise<void> {
  const text = `${HEAD}${stringify(refusals, { lineWidth: 0 })}`;
  await effects.write(file, new TextEncoder().encode(text));
}
