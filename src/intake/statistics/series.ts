/** A series as written → its values, each with everything that the series says for all of them. */
import type { Quantity } from '../../base/chinese/quantity.ts';
import { decimalsOf } from '../../base/decimal.ts';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import {
  statisticFieldMissing,
  statisticPeriodForm,
  statisticPeriodKind,
  statisticReference,
} from '../../base/messages/statistics.ts';
import { nearest } from '../../base/nearest.ts';
import type { Origin } from '../../base/origin.ts';
import type { Figure } from '../../model/document/figure.ts';
import {
  type Statistic,
  type StatisticDefinition,
  type StatisticSeries,
  type StatisticSource,
  sourceText,
  type Vintage,
  type WrittenSeries,
} from '../../model/statistics/statistic.ts';
import { parseStatisticPeriod, type StatisticPeriod } from '../../model/statistics/statistic-period.ts';
import type { LocatedData, Path } from '../located/located.ts';

export interface StatisticIndex {
  definitions: ReadonlyMap<string, StatisticDefinition>;
  sources: ReadonlyMap<string, StatisticSource>;
  regions: readonly string[];
}

export type SeriesDefaults = Pick<WrittenSeries, 'region' | 'vintage' | 'source' | 'note'>;

/** What is said of one value, by itself or by its series or row. */
export interface ValueWords {
  series: StatisticSeries;
  period: string;
  region: string | undefined;
  vintage: Vintage | undefined;
  source: string | undefined;
  note: string | undefined;
  /** — or … for none. */
  value: number | '—' | '…';
  decimals: number;
  qualifier: WrittenSeries['values'][number]['qualifier'];
  at: Origin;
}

/** '多' stands behind its number, and says 超过. */
const QUALIFIERS: Record<ValueWords['qualifier'], Quantity['qualifier']> = {
  '': '',
  约: '约',
  超: '超过',
  近: '近',
  多: '超过',
};

/** No series without its definition; a value with a problem is left out. */
export function valuesOf(
  written: WrittenSeries,
  located: LocatedData,
  path: Path,
  index: StatisticIndex,
): Outcome<{ series: StatisticSeries; values: Statistic[] }> {
  const { id, name, unit, kind } = written;
  const definition = index.definitions.get(written.definition);
  if (!definition) {
    const known = [...index.definitions.keys()];
    const at = located.at([...path, 'definition']);
    const suggestion = nearest(written.definition, known);
    return {
      value: undefined,
      diagnostics: [statisticReference(at, '口径', written.definition, suggestion, known)],
    };
  }
  const series: StatisticSeries = { id, name, unit, kind, definition, at: located.at([...path, 'id']) };
  const diagnostics: Diagnostic[] = [];
  const values = written.values.flatMap((one, i) => {
    const place = [...path, 'values', i];
    const raw = located.raw([...place, 'value']) ?? '';
    const value = statisticOf(
      {
        series,
        period: String(one.period),
        region: one.region ?? written.region,
        vintage: one.vintage ?? written.vintage,
        source: one.source ?? written.source,
        note: one.note ?? written.note,
        value: one.value,
        decimals: decimalsIn(raw, one.value),
        qualifier: one.qualifier,
        at: located.at([...place, 'value']),
      },
      index,
      diagnostics,
    );
    return value ? [value] : [];
  });
  return { value: { series, values }, diagnostics };
}

/** Digits behind the point as written: 35.0 has one. */
const decimalsIn = (raw: string, value: number | string): number =>
  /^-?\d+\.(\d+)$/.exec(raw)?.[1]?.length ?? (typeof value === 'number' ? decimalsOf(value) : 0);

/** Undefined, with the reasons, when something that a number needs is missing or unknown. */
export function statisticOf(
  words: ValueWords,
  index: StatisticIndex,
  diagnostics: Diagnostic[],
): Statistic | undefined {
  const { series, region, vintage, at } = words;
  const before = diagnostics.length;
  const period = parseStatisticPeriod(words.period);
  if (!period) diagnostics.push(statisticPeriodForm(at, words.period));
  else if (
    (series.kind === 'flow' && period.kind === 'end') ||
    (series.kind === 'stock' && period.kind !== 'end')
  )
    diagnostics.push(statisticPeriodKind(at, series.kind));
  if (region === undefined) diagnostics.push(statisticFieldMissing(at, '地域'));
  else if (!index.regions.includes(region))
    diagnostics.push(statisticReference(at, '地域', region, nearest(region, index.regions), index.regions));
  if (vintage === undefined) diagnostics.push(statisticFieldMissing(at, '数据阶段'));
  const source = words.source === undefined ? undefined : index.sources.get(words.source);
  if (words.source === undefined) diagnostics.push(statisticFieldMissing(at, '来源'));
  else if (!source) {
    const known = [...index.sources.keys()];
    diagnostics.push(statisticReference(at, '来源', words.source, nearest(words.source, known), known));
  }
  if (diagnostics.length > before || !period || region === undefined || !vintage || !source) return undefined;
  return {
    series,
    region,
    period,
    vintage,
    source,
    note: words.note ?? '',
    at,
    figure:
      typeof words.value === 'number' ? figureOf(words, words.value, region, period, vintage, source) : null,
    absent: typeof words.value === 'number' ? '' : words.value,
  };
}

function figureOf(
  { series, decimals, qualifier, at }: ValueWords,
  value: number,
  region: string,
  period: StatisticPeriod,
  vintage: Vintage,
  source: StatisticSource,
): Figure {
  return {
    value,
    unit: series.unit,
    decimals,
    qualifier: QUALIFIERS[qualifier],
    provenance: {
      kind: 'statistic',
      at,
      series: series.id,
      definition: series.definition.name,
      vintage,
      period: period.id,
      region,
      source: sourceText(source),
      demo: source.demo,
    },
  };
}
