import type { SlopeChart } from '../../../model/chart.ts';
import type { Theme } from '../../../model/theme.ts';
import { clean } from '../text.ts';
import { base, colour, fontOf, type NativeChart, values } from './common.ts';
import { DASHES, MARKERS } from './line.ts';

/** Lines between two categories, with their names at both ends in place of a legend. */
export function slope(chart: SlopeChart, theme: Theme): NativeChart {
  const font = fontOf(theme);
  const options = base(chart, theme);
  const known = chart.series.flatMap(values).flatMap((value) => (value === null ? [] : [value]));
  const [low, high] = known.length > 0 ? [Math.min(...known), Math.max(...known)] : [0, 1];
  const room = 0.12 * (high - low || 1);
  return {
    options: {
      ...options,
      // The values stand at the ends: an axis would only squeeze them.
      valueAxis: {
        ...options.valueAxis,
        minimum: low - room,
        maximum: high + room,
        visible: false,
        gridlines: false,
      },
      type: 'line',
      legend: false,
      series: chart.series.map((series, index) => ({
        name: clean(series.name),
        values: values(series),
        color: colour(series.tone, theme),
        line: { color: colour(series.tone, theme), width: 1.5, dash: DASHES[index % DASHES.length] },
        markers: { shape: MARKERS[index % MARKERS.length], size: 6 },
        dataLabels: false as const,
        pointLabels: series.points.map(({ label }, side) => ({
          text: clean([series.name, label].filter(Boolean).join(' ')),
          position: side === 0 ? ('left' as const) : ('right' as const),
          font,
        })),
      })),
    },
  };
}
