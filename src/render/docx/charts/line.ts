import type { ChartSeries as NativeSeries } from 'docx/charts';
import { type ChartSeries, knownValues, type LineChart } from '../../../model/document/chart.ts';
import type { Theme } from '../../../model/document/theme.ts';
import { valueTicks } from '../../charts/specs/ticks.ts';
import { MM_PER_POINT } from '../../layout/units.ts';
import { clean } from '../text/text.ts';
import { categoriesOf } from './categories.ts';
import { base, fontOf, inkOfLine, type NativeChart, native } from './common.ts';
import { along, type End, endColumn, endsNamed, endText, lastOf } from './ends.ts';
import { freeSides, type Side } from './free-sides.ts';
import { plotBox, textMm } from './plot-area.ts';

/** Told apart by dash and marker, for copies in black and white. */
const DASHES = ['solid', 'dash', 'dot', 'longDash', 'dashDot', 'longDashDot'] as const;
export const MARKERS = ['circle', 'square', 'triangle', 'diamond', 'x', 'plus'] as const;
const MARKER_PT = 6;

/** Of the line that stands at `index` among others: its colour, its dash and its marks. */
export function lineLook({ tone }: ChartSeries, index: number, theme: Theme) {
  const color = inkOfLine(tone, theme);
  return {
    color,
    line: { color, width: 1.5, dash: DASHES[index % DASHES.length] },
    markers: { shape: MARKERS[index % MARKERS.length], size: MARKER_PT },
  };
}

/** Lines over moments in time; several of them bear their names at their ends. */
export function line(chart: LineChart, theme: Theme, widthMm: number): NativeChart {
  const options = { ...base(chart, theme), categories: categoriesOf(chart) };
  const series = chart.series.map((one, index) => ({
    ...native(one, theme, 'above'),
    ...lineLook(one, index, theme),
  }));
  if (!endsNamed(chart)) return { options: { ...options, type: 'line', series } };
  const axis = valueTicks(chart.valueAxis, knownValues(chart.series), 5);
  const em = theme.text.chart.size * MM_PER_POINT;
  const plot = plotBox(chart, widthMm, theme.text.chart.size);
  const at = (s: number, point: number): End => {
    const value = chart.series[s]?.points[point]?.value ?? 0;
    return {
      series: s,
      point,
      x: plot.width * along(chart, point),
      y: plot.height * (1 - (value - axis.min) / (axis.max - axis.min)),
    };
  };
  const ends = chart.series.flatMap((one, s) => (lastOf(one) < 0 ? [] : [at(s, lastOf(one))]));
  const labels = endColumn(ends, 'right', { em, plot, width: widthMm, height: chart.heightMm });
  const sides = sidesOnTheWay(chart, at, em);
  return {
    labels,
    options: {
      ...options,
      legend: false,
      // Labels were moved for this scale, so Word may not choose another.
      ...(labels.some(({ dy }) => Math.abs(dy) > 1e-6) && {
        valueAxis: {
          ...options.valueAxis,
          minimum: axis.min,
          maximum: axis.max,
          interval: (axis.ticks[1]?.value ?? axis.max) - axis.min,
        },
      }),
      type: 'line',
      series: series.map((one, s) => ({
        ...one,
        pointLabels: one.pointLabels?.map((label, point) => {
          const own = chart.series[s] as ChartSeries;
          if (point === lastOf(own)) return endLabel(own, one, theme);
          const position = sides(s, point);
          return label === false || !position ? (false as const) : { ...label, position };
        }),
      })),
    },
  };
}

/** Name and number, which follow when someone edits them; text only where the number is text. */
function endLabel(series: ChartSeries, { dataLabels, pointLabels }: NativeSeries, theme: Theme) {
  const place = { position: 'right' as const, font: fontOf(theme) };
  const last = lastOf(series);
  const label = pointLabels?.[last];
  if (series.points[last]?.label === '') return { ...place, seriesName: true, value: false };
  return dataLabels || label === false
    ? { ...place, seriesName: true, value: true }
    : { ...place, text: clean(endText(series)) };
}

/**
 * Where labels before the end stand: above their mark if they cover nothing there. In: the place of a point. Out: the
 * side of a label; undefined where none is free, and its number is left to the chart's data.
 */
function sidesOnTheWay(chart: LineChart, at: (series: number, point: number) => End, em: number) {
  const marks = chart.series
    .flatMap(({ points }, series) =>
      points.flatMap(({ value, label }, point) => (value === null ? [] : [{ ...at(series, point), label }])),
    )
    .sort((a, b) => a.y - b.y)
    .map(({ series, point, x, y, label }) => {
      const ends = point === lastOf(chart.series[series] as ChartSeries);
      const width = ends ? 0 : textMm(label, em);
      return { series, point, mark: { x, y, radius: (MARKER_PT / 2) * MM_PER_POINT, width } };
    });
  const found = freeSides(
    marks.map(({ mark }) => mark),
    ['above', 'below', 'right', 'left'],
    em,
  );
  return (series: number, point: number): Side | undefined =>
    found[marks.findIndex((one) => one.series === series && one.point === point)];
}
