import type { RadarChart } from '../../../model/document/chart.ts';
import type { Theme } from '../../../model/document/theme.ts';
import { clean } from '../text.ts';
import { base, inkOfLine, type NativeChart, values } from './common.ts';
import { DASHES, MARKERS } from './line.ts';

export const radar = (chart: RadarChart, theme: Theme): NativeChart => ({
  options: {
    ...base(chart, theme),
    type: 'radar',
    series: chart.series.map((series, index) => ({
      name: clean(series.name),
      values: values(series),
      color: inkOfLine(series.tone, theme),
      dataLabels: false as const,
      line: { color: inkOfLine(series.tone, theme), width: 1.5, dash: DASHES[index % DASHES.length] },
      markers: { shape: MARKERS[index % MARKERS.length], size: 6 },
    })),
  },
});
