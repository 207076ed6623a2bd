import type { StackedBarChart } from '../../../model/chart.ts';
import type { Theme } from '../../../model/theme.ts';
import { horizontal, type NativeChart } from './common.ts';
import { onFill } from './on-fill.ts';

export const stackedBar = (chart: StackedBarChart, theme: Theme): NativeChart => ({
  options: {
    ...horizontal(chart, theme),
    type: 'bar',
    stacking: chart.share ? 'percent' : 'stacked',
    gapWidth: 50,
    series: chart.series.map((series) => onFill(series, theme)),
  },
});
