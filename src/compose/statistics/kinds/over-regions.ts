/** Charts whose categories are the parts of the province: 11 cities and the new area. */
import type { ChartSeries } from '../../../model/document/chart.ts';
import type { YearLedger } from '../../../model/ledger/ledger.ts';
import { homeOf, type Statistic } from '../../../model/statistics/statistic.ts';
import { statisticPeriodName } from '../../../model/statistics/statistic-period.ts';
import { regionNames, regionTiles, statisticPoint, statisticSeries } from '../chart.ts';
import { axisOf, content, toneOf } from '../content.ts';
import {
  type Asking,
  type Attributes,
  type KindBuilder,
  mayShareAxis,
  type NamedValues,
  numberOf,
  overRegions,
  overTime,
  parts,
} from '../request.ts';

/** Order of the regions: as listed, or by the last series, which is the latest of several periods, with `sort=desc`. */
function ordered({ sort }: Attributes, series: readonly NamedValues[]): NamedValues[] {
  const keys = series.at(-1)?.values ?? [];
  if (sort !== 'desc' && sort !== 'asc') return [...series];
  const down = sort === 'desc' ? -1 : 1;
  const order = [...keys.keys()].sort(
    (a, b) => down * ((keys[a]?.figure?.value ?? -1e9) - (keys[b]?.figure?.value ?? -1e9)),
  );
  return series.map((one) => ({ ...one, values: order.flatMap((i) => one.values[i] ?? []) }));
}

/** `rule=province`: the province's own value as a line, of the last of several periods. */
function ruleOf(
  attributes: Attributes,
  series: readonly NamedValues[],
  year: YearLedger,
  asking: Asking,
): { value: number; label: string } | null {
  const last = series.at(-1)?.values[0];
  if (attributes['rule'] !== 'province' || !last) return null;
  const home = homeOf(year.statistics);
  const found = year.desk.value(`${last.series.id}@${last.period.id}${home ? `/${home.name}` : ''}`);
  for (const problem of found.diagnostics) asking.report(problem);
  const figure = found.value?.figure;
  return figure
    ? {
        value: figure.value,
        label: `${home?.short ?? ''}${series.length > 1 ? statisticPeriodName(last.period) : ''} ${figure.value}`,
      }
    : null;
}

const names = (series: readonly NamedValues[], year: YearLedger): string[] =>
  regionNames(series[0]?.values ?? [], year.statistics);

export const bar: KindBuilder = (attributes, year, asking) => {
  const found = overRegions(attributes, year, asking);
  if (!found || !mayShareAxis(found, year, asking)) return undefined;
  const series = ordered(attributes, found);
  const chart = {
    kind: 'bar' as const,
    categories: names(series, year),
    series: series.map(({ name, values }, i) => statisticSeries(name, toneOf(i), values)),
    valueAxis: axisOf(series, attributes),
    heightMm: numberOf(attributes, 'height', 80, asking),
    rule: ruleOf(attributes, series, year, asking),
  };
  return content(chart, found, '条形图');
};

/** Several series, or one series at several `periods`. */
export const dot: KindBuilder = (attributes, year, asking) => {
  const found = atPeriods(attributes, year, asking);
  if (!found || !mayShareAxis(found, year, asking)) return undefined;
  const series = ordered(attributes, found);
  const chart = {
    kind: 'dot' as const,
    categories: names(series, year),
    series: series.map(({ name, values }, i) => statisticSeries(name, toneOf(i), values)),
    valueAxis: axisOf(series, attributes),
    heightMm: numberOf(attributes, 'height', 80, asking),
    rule: ruleOf(attributes, series, year, asking),
  };
  return content(chart, found, '点图');
};

function atPeriods(attributes: Attributes, year: YearLedger, asking: Asking): NamedValues[] | undefined {
  const periods = parts(attributes['periods']);
  if (periods.length === 0) return overRegions(attributes, year, asking);
  const found = periods.map((period) => overRegions(attributes, year, asking, { period })?.[0]);
  const kept = found.flatMap((one) => {
    const first = one?.values[0];
    return one && first ? [{ ...one, name: statisticPeriodName(first.period) }] : [];
  });
  return kept.length === periods.length ? kept : undefined;
}

/** Rows are regions, columns series of any unit; or one series over `periods`. */
export const heat: KindBuilder = (attributes, year, asking) => {
  const found = heatColumns(attributes, year, asking);
  if (!found) return undefined;
  const series = ordered(attributes, found);
  const units = new Set(series.map(({ values }) => values[0]?.series.unit));
  const chart = {
    kind: 'heat' as const,
    scale: units.size > 1 || attributes['scale'] === 'column' ? ('column' as const) : ('all' as const),
    categories: names(series, year),
    series: series.map(
      ({ name, values }): ChartSeries => ({
        ...statisticSeries(name, 'primary', values),
        ...(units.size > 1 ? { unit: values[0]?.series.unit ?? '' } : {}),
      }),
    ),
    valueAxis: axisOf(series, attributes),
    heightMm: numberOf(attributes, 'height', 90, asking),
  };
  return content(chart, found, '热力表');
};

function heatColumns(attributes: Attributes, year: YearLedger, asking: Asking): NamedValues[] | undefined {
  if (attributes['periods'] !== undefined) return atPeriods(attributes, year, asking);
  const all = parts(attributes['series']).map(
    (id) =>
      overRegions({ ...attributes, series: id }, year, asking, {
        period: periodFor(id, attributes, year),
      })?.[0],
  );
  const kept = all.filter((one) => one !== undefined);
  return kept.length === all.length && kept.length > 0 ? kept : undefined;
}

/** 2022 for a series of year's ends is its last day. */
export function periodFor(asked: string, { period = '' }: Attributes, { statistics }: YearLedger): string {
  const id = asked.split(/[:：]/)[0];
  const kind = statistics.series.find((series) => series.id === id)?.kind;
  const known = statistics.values.some((v) => v.series.id === id && v.period.id === period);
  return kind === 'stock' && !known && /^\d{4}$/.test(period) ? `${period}-12-31` : period;
}

/** One series, two periods: from – to. */
export const range: KindBuilder = (attributes, year, asking) => {
  const found = atPeriods(attributes, year, asking);
  if (!found) return undefined;
  if (found.length !== 2) {
    asking.wrong('periods', attributes['periods'] ?? '', '起止两个时期');
    return undefined;
  }
  const series = ordered(attributes, found);
  const chart = {
    kind: 'range' as const,
    categories: names(series, year),
    series: series.map(({ name, values }, i) =>
      statisticSeries(name, i === 0 ? 'secondary' : 'primary', values),
    ),
    valueAxis: axisOf(series, attributes),
    heightMm: numberOf(attributes, 'height', 84, asking),
    rule: null,
  };
  return content(chart, found, '区间图');
};

/** `series` along the bottom, up the side, and — a third — as the area of the marks. */
export const scatter: KindBuilder = (attributes, year, asking) => {
  const found = heatColumns(attributes, year, asking);
  if (!found) return undefined;
  const [x, y] = found;
  if (!x || !y) {
    asking.wrong('series', attributes['series'] ?? '', '横轴、纵轴两个系列，第三个为面积');
    return undefined;
  }
  const axis = ({ name, values }: NamedValues) => ({
    title: `${name}（${values[0]?.series.unit ?? ''}）`,
    min: null,
    max: null,
  });
  const chart = {
    kind: 'scatter' as const,
    categories: names(found, year),
    series: found.map(
      (one): ChartSeries => ({
        ...statisticSeries(one.name, 'primary', one.values, 'none'),
        unit: one.values[0]?.series.unit ?? '',
      }),
    ),
    xAxis: axis(x),
    valueAxis: axis(y),
    heightMm: numberOf(attributes, 'height', 90, asking),
  };
  return content(chart, found, '散点图');
};

/** One series, two periods; every region a line. */
export const slope: KindBuilder = (attributes, year, asking) => {
  const found = atPeriods(attributes, year, asking);
  if (found?.length !== 2) {
    if (found) asking.wrong('periods', attributes['periods'] ?? '', '起止两个时期');
    return undefined;
  }
  const [from, to] = found as [NamedValues, NamedValues];
  const only = parts(attributes['only']);
  const places = names(found, year);
  const chart = {
    kind: 'slope' as const,
    categories: [from.name, to.name],
    series: places.flatMap((name, i): ChartSeries[] => {
      const pair: (Statistic | undefined)[] = [from.values[i], to.values[i]];
      if (only.length > 0 && !only.includes(name)) return [];
      return [
        {
          name,
          tone: parts(attributes['highlight']).includes(name) ? 'tertiary' : 'primary',
          points: pair.flatMap((value) => (value ? [statisticPoint(value)] : [])),
        },
      ];
    }),
    valueAxis: axisOf(found, attributes),
    heightMm: numberOf(attributes, 'height', 96, asking),
  };
  return content(chart, found, '坡度图');
};

export const tileMap: KindBuilder = (attributes, year, asking) => {
  const found = overRegions(attributes, year, asking);
  const one = found?.[0];
  if (!found || !one) return undefined;
  const chart = {
    kind: 'tileMap' as const,
    categories: names(found, year),
    tiles: regionTiles(one.values, year.statistics),
    series: [statisticSeries(one.name, 'primary', one.values)],
    valueAxis: axisOf(found, attributes),
    heightMm: numberOf(attributes, 'height', 92, asking),
  };
  return content(chart, found, '方格示意图（只表示大致方位，不是地图）');
};

/** Parts of one whole: the regions of one series, or — with `years` for one time — several series of the province. */
export const treemap: KindBuilder = (attributes, year, asking) => {
  const several = parts(attributes['series']).length > 1;
  const found = several ? overTime(attributes, year, asking) : overRegions(attributes, year, asking);
  if (!found || (several && !mayShareAxis(found, year, asking))) return undefined;
  const values = several ? found.flatMap((one) => one.values.at(-1) ?? []) : (found[0]?.values ?? []);
  const chart = {
    kind: 'treemap' as const,
    categories: several ? found.map((one) => one.name) : names(found, year),
    series: [
      statisticSeries(several ? (attributes['axis'] ?? '') : (found[0]?.name ?? ''), 'shade2', values),
    ],
    valueAxis: axisOf(found, attributes),
    heightMm: numberOf(attributes, 'height', 84, asking),
  };
  return content(chart, found, '矩形树图');
};
