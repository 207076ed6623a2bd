import type { ChartSeries, StackedBarChart } from '../../../model/document/chart.ts';
import type { Theme } from '../../../model/document/theme.ts';
import { horizontal, type NativeChart } from './common.ts';
import { onFill } from './on-fill.ts';

export const stackedBar = (chart: StackedBarChart, theme: Theme): NativeChart => ({
  options: {
    ...horizontal(chart, theme),
    type: 'bar',
    stacking: chart.share ? 'percent' : 'stacked',
    gapWidth: 50,
    series: chart.series.map((series) => onFill(fitting(series, chart), theme)),
  },
});

/** Share of the plot's length that a character of a label needs. */
const CHARACTER = 0.0146;

/** Without the labels that are longer than their piece. */
function fitting(series: ChartSeries, chart: StackedBarChart): ChartSeries {
  const lengths = chart.categories.map((_, i) =>
    chart.series.reduce((sum, other) => sum + (other.points[i]?.value ?? 0), 0),
  );
  const longest = Math.max(...lengths);
  const points = series.points.map((point, i) => {
    const share = (point.value ?? 0) / ((chart.share ? lengths[i] : longest) || 1);
    return share < CHARACTER * point.label.length ? { ...point, label: '' } : point;
  });
  return { ...series, points };
}
