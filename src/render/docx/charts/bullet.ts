import type { BulletChart } from '../../../model/chart.ts';
import type { Theme } from '../../../model/theme.ts';
import { type NativeChart, native } from './common.ts';
import { layers } from './layers.ts';

/** What is, in front of what was expected: a narrow bar in a wide one. */
export function bullet(chart: BulletChart, theme: Theme): NativeChart {
  const [actual, ...expected] = chart.series;
  const marks = expected.map((series) => ({
    ...native(series, theme),
    dataLabels: false as const,
    pointLabels: [],
  }));
  const bars = actual ? [native(actual, theme, 'outsideEnd')] : [];
  return layers(chart, theme, { series: marks, gapWidth: 40 }, { series: bars, gapWidth: 180 });
}
