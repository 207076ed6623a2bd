import type { ChartSeries, DotChart } from '../../../model/document/chart.ts';
import type { Theme } from '../../../model/document/theme.ts';
import { base, inkOfLine, type NativeChart, native } from './common.ts';
import { MARKERS } from './line.ts';

/** Marks without lines, over categories along the bottom; the rule across them is a line of its own. */
export function dot(chart: DotChart, theme: Theme): NativeChart {
  const height = (series: ChartSeries): number =>
    series.points.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const highest = chart.series.reduce((a, b) => (height(b) > height(a) ? b : a));
  return {
    bare: chart.series.map((series) => series.name),
    options: {
      ...base(chart, theme),
      type: 'line',
      series: [
        ...chart.series.map((series, index) => ({
          ...native(series, theme, series === highest ? 'above' : 'below'),
          color: inkOfLine(series.tone, theme),
          // The latest is the circle, as in the drawing.
          markers: { shape: MARKERS[(chart.series.length - 1 - index) % MARKERS.length], size: 9 },
        })),
        ...(chart.rule
          ? [
              {
                name: chart.rule.label,
                values: chart.categories.map(() => chart.rule?.value ?? null),
                color: '000000',
                dataLabels: false as const,
                markers: false,
                line: { color: '000000', width: 1, dash: 'dash' as const },
              },
            ]
          : []),
      ],
    },
  };
}
