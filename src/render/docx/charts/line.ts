import type { ChartSeries as NativeSeries } from 'docx/charts';
import type { ChartSeries, LineChart } from '../../../model/chart.ts';
import type { Theme } from '../../../model/theme.ts';
import { base, colour, type NativeChart, native } from './common.ts';

/** Told apart by dash and marker, for copies in black and white. */
export const DASHES = ['solid', 'dash', 'dot', 'longDash', 'dashDot', 'longDashDot'] as const;
export const MARKERS = ['circle', 'square', 'triangle', 'diamond', 'x', 'plus'] as const;

/** Lines so far apart, as a share of the greatest value, leave room for a label above each. */
const APART = 0.15;

export const line = (chart: LineChart, theme: Theme): NativeChart => ({
  options: {
    ...base(chart, theme),
    type: 'line',
    series: chart.series.map((series, index) => ({
      ...labelled(series, chart, theme),
      line: { color: colour(series.tone, theme), width: 1.5, dash: DASHES[index % DASHES.length] },
      markers: { shape: MARKERS[index % MARKERS.length], size: 6 },
    })),
  },
});

function labelled(series: ChartSeries, chart: LineChart, theme: Theme): NativeSeries {
  const plain = native(series, theme, 'above');
  return {
    ...plain,
    pointLabels: plain.pointLabels?.map((label, index) =>
      label === false ? label : { ...label, position: side(series, index, chart) },
    ),
  };
}

/** Lines end close together and Word moves no label aside: the highest goes above, the lowest below, two to the sides. */
function side(series: ChartSeries, index: number, chart: LineChart): 'above' | 'below' | 'right' | 'left' {
  const values = chart.series
    .map((other) => other.points[index])
    .flatMap((point) => (point && point.value !== null && point.label !== '' ? [point.value] : []));
  const own = series.points[index]?.value ?? 0;
  const others = values.filter((value) => value !== own).map((value) => Math.abs(value - own));
  if (Math.min(...others) > APART * Math.max(...values.map(Math.abs))) return 'above';
  const rank = values.filter((value) => value > own).length;
  if (rank === 0) return 'above';
  if (rank === values.length - 1) return 'below';
  return rank % 2 === 1 ? 'right' : 'left';
}
