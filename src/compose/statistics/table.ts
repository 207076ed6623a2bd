/** ::table{series=…} on statistics: series over time, or regions × series with `by=region`. */
import { formatNumber } from '../../base/chinese/format.ts';
import type { YearLedger } from '../../model/ledger/ledger.ts';
import { homeOf, type Statistic } from '../../model/statistics/statistic.ts';
import { statisticPeriodName } from '../../model/statistics/statistic-period.ts';
import { figureInline, rich } from '../engine/value.ts';
import { type CellValue, columns, simpleTable, type TableContent } from '../tables/cells.ts';
import { statisticNotes } from './chart.ts';
import { periodFor } from './kinds/over-regions.ts';
import { type Asking, type Attributes, type NamedValues, overRegions, overTime, parts } from './request.ts';

/** The number alone: the unit stands in the head of row or column. */
const cellOf = (value: Statistic | undefined): CellValue =>
  value?.figure ? { rich: [figureInline(value.figure, formatNumber(value.figure))] } : value?.absent || '—';

const unitOf = ({ values }: NamedValues): string => values[0]?.series.unit ?? '';

/** Undefined when something was wrong; it has been told. */
export function statisticTable(
  attributes: Attributes,
  year: YearLedger,
  asking: Asking,
): TableContent | undefined {
  return attributes['by'] === 'region'
    ? byRegion(attributes, year, asking)
    : byPeriod(attributes, year, asking);
}

function byPeriod(attributes: Attributes, year: YearLedger, asking: Asking): TableContent | undefined {
  const series = overTime(attributes, year, asking);
  if (!series) return undefined;
  const periods = [
    ...new Map(
      series
        .flatMap(({ values }) => values)
        .sort((a, b) => a.period.year - b.period.year || a.period.index - b.period.index)
        .map((value) => [shortName(value), value.period.id]),
    ).keys(),
  ];
  const units = [...new Set(series.map(unitOf))];
  const body = series.map((one): CellValue[] => [
    one.name,
    ...(units.length > 1 ? [unitOf(one)] : []),
    ...periods.map((name) => cellOf(one.values.find((value) => shortName(value) === name))),
  ]);
  return simpleTable(
    ['指标', ...(units.length > 1 ? ['计量单位'] : []), ...periods],
    columns(
      [34, 'left'],
      ...(units.length > 1 ? [[11, 'centre'] as [number, 'centre']] : []),
      ...periods.map((): [number, 'right'] => [55 / periods.length, 'right']),
    ),
    body,
    {
      unitNote: units.length === 1 ? `单位：${units[0]}` : '',
      notes: notesOf(series),
      density: 'dense',
    },
  );
}

/** Flows of a year and stocks at its end share a column. */
const shortName = ({ period }: Statistic): string =>
  period.kind === 'end' && period.part === '12-31' ? `${period.year}年` : statisticPeriodName(period);

function byRegion(attributes: Attributes, year: YearLedger, asking: Asking): TableContent | undefined {
  const asked = parts(attributes['series']);
  const found = asked.map(
    (id) =>
      overRegions({ ...attributes, series: id }, year, asking, {
        period: periodFor(id, attributes, year),
      })?.[0],
  );
  const series = found.filter((one) => one !== undefined);
  if (series.length !== asked.length || series.length === 0) return undefined;
  // Whole names, as in the other tables of places; short ones are for the axes of charts.
  const places = (series[0]?.values ?? []).map(({ region }) => region);
  const home = homeOf(year.statistics);
  const total = series.map((one): CellValue => {
    const first = one.values[0];
    const reference = first && `${first.series.id}@${first.period.id}/${home?.name}`;
    const has = year.statistics.values.some(
      (v) => v.series.id === first?.series.id && v.region === home?.name && v.period.id === first.period.id,
    );
    return reference && has ? cellOf(year.desk.value(reference).value) : '—';
  });
  const body = places.map((name, i): CellValue[] => [name, ...series.map(({ values }) => cellOf(values[i]))]);
  return simpleTable(
    ['地区', ...series.map((one) => `${one.name}（${unitOf(one)}）`)],
    columns([14, 'left'], ...series.map((): [number, 'right'] => [86 / series.length, 'right'])),
    [[home?.short ?? '合计', ...total], ...body],
    { notes: notesOf(series), density: series.length > 4 ? 'dense' : 'normal' },
  );
}

const notesOf = (series: readonly NamedValues[]): TableContent['notes'] =>
  statisticNotes(series.flatMap(({ values }) => values)).map((note) => rich(note).rich);
