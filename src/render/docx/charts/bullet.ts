import type { BulletChart } from '../../../model/chart.ts';
import type { Theme } from '../../../model/theme.ts';
import { colour, horizontal, type NativeChart, native, span, values } from './common.ts';
import { bandPt, markSeries } from './marks.ts';

/** Bars of what is, and a mark across each for what was expected. */
export function bullet(chart: BulletChart, theme: Theme): NativeChart {
  const [actual, expected] = chart.series;
  const bars = actual ? [native(actual, theme, 'outsideEnd')] : [];
  const marks = expected
    ? [
        markSeries(expected.name, values(expected), {
          colour: colour(expected.tone, theme),
          length: bandPt(chart.heightMm, chart.categories.length) * 0.7,
          half: span(chart) / 300,
        }),
      ]
    : [];
  return {
    ...horizontal(chart, theme),
    type: 'bar',
    overlap: 100,
    gapWidth: 80,
    series: [...bars, ...marks],
  };
}
