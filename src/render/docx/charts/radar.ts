import type { RadarChart } from '../../../model/document/chart.ts';
import type { Theme } from '../../../model/document/theme.ts';
import { clean } from '../text/text.ts';
import { base, type NativeChart, values } from './common.ts';
import { lineLook } from './line.ts';

export const radar = (chart: RadarChart, theme: Theme): NativeChart => ({
  options: {
    ...base(chart, theme),
    type: 'radar',
    series: chart.series.map((series, index) => ({
      name: clean(series.name),
      values: values(series),
      dataLabels: false as const,
      ...lineLook(series, index, theme),
    })),
  },
});
