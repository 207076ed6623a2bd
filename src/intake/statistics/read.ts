/** data/statistics/ → Statistics: definitions, sources, regions, conflicts, series/*.yaml, tables/*. */
import type { z } from 'zod';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { fileIsFolder } from '../../base/messages/files.ts';
import { statisticReference, statisticTwice } from '../../base/messages/statistics.ts';
import { nearest } from '../../base/nearest.ts';
import { formatOrigin } from '../../base/origin.ts';
import {
  conflictsFileSchema,
  definitionsFileSchema,
  regionsFileSchema,
  type Statistic,
  type StatisticSeries,
  type Statistics,
  seriesFileSchema,
  sourcesFileSchema,
} from '../../model/statistics/statistic.ts';
import type { LocatedData, Path } from '../located/located.ts';
import { checkSchema } from '../located/schema.ts';
import { readYaml } from '../located/yaml-file.ts';
import { notThere } from '../misplaced.ts';
import { type SeriesDefaults, type StatisticIndex, valuesOf } from './series.ts';
import { readStatisticTable } from './table.ts';

const FOLDER = 'data/statistics';
const NONE: Statistics = { definitions: [], sources: [], regions: [], conflicts: [], series: [], values: [] };

async function isEmpty(effects: Effects): Promise<boolean> {
  const inside = await Promise.all(
    ['', '/series', '/tables'].map((folder) => effects.list(`${FOLDER}${folder}`)),
  );
  return inside.flat().every((name) => name === 'series' || name === 'tables' || name.startsWith('.'));
}

/** Every problem is collected; a broken value only loses itself. Undefined without readable registers. */
export async function readStatistics(effects: Effects): Promise<Outcome<Statistics>> {
  // An office that has registered none writes a book without: what its templates ask for is told there.
  if (await isEmpty(effects)) return { value: NONE, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const load = loader(effects, diagnostics);
  const definitions = await load('definitions.yaml', definitionsFileSchema);
  const sources = await load('sources.yaml', sourcesFileSchema);
  const regions = await load('regions.yaml', regionsFileSchema);
  const conflicts = await load('conflicts.yaml', conflictsFileSchema);
  if (!definitions || !sources || !regions || !conflicts) return { value: undefined, diagnostics };
  for (const file of [definitions, sources, conflicts]) diagnostics.push(...once(file.value, file.located));
  const index: StatisticIndex = {
    definitions: new Map(definitions.value.map((one) => [one.id, one])),
    sources: new Map(sources.value.map((one) => [one.id, one])),
    regions: regions.value.map((one) => one.name),
  };
  definitions.value.forEach(({ shareOf }, i) => {
    shareOf.forEach((other, k) => {
      if (!index.definitions.has(other))
        diagnostics.push(
          unknown(definitions.located, [i, 'shareOf', k], '口径', other, [...index.definitions.keys()]),
        );
    });
  });

  const series = new Map<string, { series: StatisticSeries; defaults: SeriesDefaults }>();
  const values: Statistic[] = [];
  for (const name of await effects.list(`${FOLDER}/series`)) {
    if (!name.endsWith('.yaml')) continue;
    const file = await load(`series/${name}`, seriesFileSchema);
    file?.value.forEach((written, i) => {
      const at = file.located.at([i, 'id']);
      const before = series.get(written.id)?.series.at;
      if (before) diagnostics.push(statisticTwice(at, `系列“${written.id}”`, formatOrigin(before)));
      const read = valuesOf(written, file.located, [i], index);
      diagnostics.push(...read.diagnostics);
      if (!read.value || before) return;
      series.set(written.id, { series: read.value.series, defaults: written });
      values.push(...read.value.values);
    });
  }
  for (const name of await effects.list(`${FOLDER}/tables`)) {
    if (name.startsWith('.')) continue;
    const file = `${FOLDER}/tables/${name}`;
    const bytes = await effects.read(file);
    if (bytes) values.push(...readStatisticTable(file, bytes, series, index, diagnostics));
    else if (name.endsWith('.csv')) diagnostics.push(fileIsFolder(file));
  }
  diagnostics.push(...valuesOnce(values));
  const known = [...series.keys()];
  conflicts.value.forEach(({ between }, i) => {
    between.forEach((side, k) => {
      const id = side.split('@')[0] ?? '';
      if (!series.has(id)) diagnostics.push(unknown(conflicts.located, [i, 'between', k], '系列', id, known));
    });
  });
  const value: Statistics = {
    definitions: definitions.value,
    sources: sources.value,
    regions: regions.value,
    conflicts: conflicts.value,
    series: [...series.values()].map((one) => one.series),
    values,
  };
  return { value, diagnostics };
}

function loader(effects: Effects, diagnostics: Diagnostic[]) {
  return async <S extends z.ZodType>(
    name: string,
    schema: S,
  ): Promise<{ value: z.output<S>; located: LocatedData } | undefined> => {
    const file = `${FOLDER}/${name}`;
    const bytes = await effects.read(file);
    if (!bytes) {
      diagnostics.push(await notThere(file, effects));
      return undefined;
    }
    const yaml = readYaml(file, bytes);
    const checked = yaml.value && checkSchema(schema, yaml.value);
    diagnostics.push(...yaml.diagnostics, ...(checked?.diagnostics ?? []));
    return checked?.value !== undefined && yaml.value
      ? { value: checked.value, located: yaml.value }
      : undefined;
  };
}

const unknown = (
  located: LocatedData,
  path: Path,
  what: '口径' | '系列',
  found: string,
  known: readonly string[],
): Diagnostic => statisticReference(located.at(path), what, found, nearest(found, known), known);

const once = (entries: readonly { id: string }[], located: LocatedData): Diagnostic[] =>
  entries.flatMap(({ id }, i) => {
    const first = entries.findIndex((other) => other.id === id);
    return first < i
      ? [statisticTwice(located.at([i, 'id']), `编号“${id}”`, formatOrigin(located.at([first, 'id'])))]
      : [];
  });

/** The same series, region, period and vintage twice is one number too many. */
function valuesOnce(values: readonly Statistic[]): Diagnostic[] {
  const seen = new Map<string, Statistic>();
  return values.flatMap((value) => {
    const key = [value.series.id, value.region, value.period.id, value.vintage].join('|');
    const first = seen.get(key);
    seen.set(key, first ?? value);
    return first
      ? [
          statisticTwice(
            value.at,
            `“${value.series.name}”${value.region}${value.period.id}的数`,
            formatOrigin(first.at),
          ),
        ]
      : [];
  });
}
