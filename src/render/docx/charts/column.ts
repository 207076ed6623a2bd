import type { ColumnChart } from '../../../model/chart.ts';
import type { Theme } from '../../../model/theme.ts';
import { base, type NativeChart, native } from './common.ts';
import { onFill } from './on-fill.ts';

export const column = (chart: ColumnChart, theme: Theme): NativeChart => ({
  options: {
    ...base(chart, theme),
    type: 'column',
    stacking: chart.stacked ? 'stacked' : 'none',
    gapWidth: 80,
    ...(!chart.stacked && { overlap: 0 }),
    series: chart.series.map((series) =>
      chart.stacked ? onFill(series, theme) : native(series, theme, 'outsideEnd'),
    ),
  },
});
