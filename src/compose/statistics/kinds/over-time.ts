/** Charts whose categories are periods: years, quarters, year's ends. */
import { formatNumber } from '../../../base/chinese/format.ts';
import { add, subtract } from '../../../base/decimal.ts';
import type { ChartSeries } from '../../../model/document/chart.ts';
import type { Figure } from '../../../model/document/figure.ts';
import { statisticPeriodName } from '../../../model/statistics/statistic-period.ts';
import type { ChartContent } from '../../chart-content.ts';
import { share as shareOf } from '../../figures.ts';
import { type Labels, statisticSeries } from '../chart.ts';
import { axisOf, content, STACK_TONES, TONES, toneOf } from '../content.ts';
import {
  type Attributes,
  type KindBuilder,
  mayShareAxis,
  type NamedValues,
  numberOf,
  overTime,
} from '../request.ts';

/** The periods that any of the series speaks of, in order; every series gets a place for each. */
function aligned(series: readonly NamedValues[]): { categories: string[]; series: NamedValues[] } {
  const periods = new Map(series.flatMap(({ values }) => values).map((value) => [value.period.id, value]));
  const order = [...periods.values()]
    .map(({ period }) => period)
    .sort((a, b) => a.year - b.year || a.index - b.index);
  const names = order.map((period) => statisticPeriodName(period));
  // Year's ends all: the year alone is clear enough on an axis.
  const ends = order.every(({ kind, part }) => kind === 'end' && part === '12-31');
  return {
    categories: ends ? order.map(({ year }) => `${year}年末`) : names,
    series: series.map((one) => ({
      ...one,
      values: order
        .map((period) => one.values.find((value) => value.period.id === period.id))
        .flatMap((value, i) => {
          if (value) return [value];
          const like = one.values[0];
          const period = order[i];
          return like && period ? [{ ...like, period, figure: null, absent: '—' as const, note: '' }] : [];
        }),
    })),
  };
}

const labelsOf = ({ labels }: Attributes, fallback: Labels): Labels =>
  labels === 'all' || labels === 'last' || labels === 'none' ? labels : fallback;

const toSeries = (
  series: readonly NamedValues[],
  tones: readonly (typeof TONES)[number][] | typeof STACK_TONES,
  labels: Labels,
): ChartSeries[] =>
  series.map(({ name, values }, i) => statisticSeries(name, toneOf(i, tones), values, labels));

const HEIGHT = 68;

export const line: KindBuilder = (attributes, year, asking) => {
  const found = overTime(attributes, year, asking);
  if (!found || !mayShareAxis(found, year, asking)) return undefined;
  const { categories, series } = aligned(found);
  const chart = {
    kind: 'line' as const,
    categories,
    series: toSeries(series, TONES, labelsOf(attributes, series.length > 1 ? 'last' : 'all')),
    valueAxis: {
      ...axisOf(series, attributes),
      min: attributes['min'] === undefined ? null : Number(attributes['min']),
    },
    heightMm: numberOf(attributes, 'height', HEIGHT, asking),
  };
  return content(chart, found, '折线图');
};

/** Each value as its share of the period's sum: what a scale of per cent shows, columns say. A period that lacks a part has none. */
const inShares = (series: readonly NamedValues[]): NamedValues[] =>
  series.map((one) => ({
    ...one,
    values: one.values.map((value, i) => {
      const parts = series.flatMap(({ values }) => values[i]?.figure ?? []);
      const { figure } = value;
      return figure && parts.length === series.length
        ? { ...value, figure: shareOf(figure, whole(parts)) }
        : { ...value, figure: null };
    }),
  }));

const whole = (parts: readonly Figure[]): Figure => ({
  value: parts.map(({ value }) => value).reduce(add, 0),
  unit: parts[0]?.unit ?? '',
  decimals: Math.max(...parts.map(({ decimals }) => decimals)),
  qualifier: '',
  provenance: { kind: 'derived', rule: '各分项之和', from: [...parts] },
});

const columns =
  (stacked: boolean, share: boolean): KindBuilder =>
  (attributes, year, asking) => {
    const found = overTime(attributes, year, asking);
    if (!found || !mayShareAxis(found, year, asking)) return undefined;
    const { categories, series } = aligned(found);
    const chart = {
      kind: 'column' as const,
      stacked,
      ...(share ? { share } : {}),
      categories,
      series: toSeries(
        share ? inShares(series) : series,
        stacked ? STACK_TONES : TONES,
        labelsOf(attributes, 'all'),
      ),
      valueAxis: share ? { title: '占比（%）', min: null, max: null } : axisOf(series, attributes),
      heightMm: numberOf(attributes, 'height', HEIGHT, asking),
    };
    return content(chart, found, share ? '百分比堆积柱形图' : stacked ? '堆积柱形图' : '柱形图');
  };

export const column = columns(false, false);
export const stacked = columns(true, false);
export const share = columns(true, true);

/** `lines`: the series on the right axis. */
export const combo: KindBuilder = (attributes, year, asking) => {
  const left = overTime(attributes, year, asking);
  const right = overTime(attributes, year, asking, 'lines');
  if (!left || !right || !mayShareAxis(left, year, asking)) return undefined;
  const all = aligned([...left, ...right]);
  const series = all.series.slice(0, left.length);
  const lines = all.series.slice(left.length);
  const chart = {
    kind: 'combo' as const,
    categories: all.categories,
    series: toSeries(series, ['secondary', 'muted'] as never, 'all'),
    lines: toSeries(lines, ['primary', 'tertiary'] as never, 'all'),
    valueAxis: axisOf(series, attributes),
    lineAxis: { ...axisOf(lines, {}), min: null, max: null },
    heightMm: numberOf(attributes, 'height', HEIGHT, asking),
  };
  return content(chart, [...left, ...right], '柱线组合图');
};

/** A year and its end are one category, unless a series has both: panels would have gaps for the periods of others. */
function byYear({ categories, series }: ReturnType<typeof aligned>): ReturnType<typeof aligned> {
  const names = categories.map((name) => name.replace(/^(\d{4})年末?$/, '$1'));
  const years = [...new Set(names)];
  const places = years.map((year) => names.flatMap((name, i) => (name === year ? [i] : [])));
  const both = series.some(({ values }) =>
    places.some((own) => own.filter((i) => values[i]?.figure).length > 1),
  );
  if (both) return { categories: names, series };
  return {
    categories: years,
    series: series.map((one) => ({
      ...one,
      values: places.flatMap((own) => {
        const values = own.flatMap((i) => one.values[i] ?? []);
        const value = values.find(({ figure }) => figure) ?? values[0];
        return value ? [value] : [];
      }),
    })),
  };
}

/** Each series in a panel of its own, so units may differ. */
export const multiples: KindBuilder = (attributes, year, asking) => {
  const found = overTime(attributes, year, asking);
  if (!found) return undefined;
  const { categories, series } = byYear(aligned(found));
  const perRow = numberOf(attributes, 'perRow', Math.min(3, found.length), asking);
  const rows = Math.ceil(found.length / perRow);
  const chart = {
    kind: 'multiples' as const,
    mark: attributes['mark'] === 'line' ? ('line' as const) : ('column' as const),
    perRow,
    sharedScale: attributes['shared'] === 'yes',
    categories,
    series: series.map((one) => ({
      ...statisticSeries(one.name, 'primary', one.values, 'last'),
      unit: one.values[0]?.series.unit ?? '',
    })),
    // Each panel names its unit.
    valueAxis: { ...axisOf(series, attributes), title: '' },
    heightMm: numberOf(attributes, 'height', 44 * rows, asking),
  };
  return content(chart, found, '小多图');
};

/** From the total of one period to that of the next, by what each part added: `total`, `series` (its parts), two periods. */
export const waterfall: KindBuilder = (attributes, year, asking): ChartContent | undefined => {
  const parts = overTime(attributes, year, asking);
  const totals = overTime(attributes, year, asking, 'total');
  if (!parts || !totals || !mayShareAxis(parts, year, asking)) return undefined;
  const total = totals[0]?.values ?? [];
  const [before, now] = [total[0], total.at(-1)];
  if (!before?.figure || !now?.figure || total.length !== 2) {
    asking.wrong('periods', attributes['periods'] ?? attributes['years'] ?? '', '起止两个时期');
    return undefined;
  }
  const steps = parts.flatMap(({ name, values }) => {
    const [a, b] = [values[0]?.figure, values.at(-1)?.figure];
    return a && b ? [{ name, figure: difference(b, a) }] : [];
  });
  const sum = steps.map(({ figure }) => figure.value).reduce(add, 0);
  const rest = subtract(subtract(now.figure.value, before.figure.value), sum);
  if (Math.abs(rest) > 0.05 * Math.max(1, steps.length)) {
    asking.wrong('series', attributes['series'] ?? '', `各部分增量之和与总量增量相等的系列（相差${rest}）`);
    return undefined;
  }
  const point = (figure: Figure) => ({ value: figure.value, label: formatNumber(figure), figure });
  const chart = {
    kind: 'waterfall' as const,
    totals: [0, steps.length + 1],
    categories: [
      statisticPeriodName(before.period),
      ...steps.map(({ name }) => name),
      statisticPeriodName(now.period),
    ],
    series: [
      {
        name: totals[0]?.name ?? '',
        tone: 'primary' as const,
        points: [point(before.figure), ...steps.map(({ figure }) => point(figure)), point(now.figure)],
      },
    ],
    valueAxis: axisOf(totals, attributes),
    heightMm: numberOf(attributes, 'height', HEIGHT, asking),
  };
  return content(chart, [...totals, ...parts], '瀑布图');
};

const difference = (now: Figure, before: Figure): Figure => ({
  value: subtract(now.value, before.value),
  unit: now.unit,
  decimals: Math.max(now.decimals, before.decimals),
  qualifier: '',
  provenance: { kind: 'derived', rule: '增量＝本期－上期', from: [now, before] },
});
