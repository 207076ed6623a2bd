import type { ColumnChart } from '../../../model/document/chart.ts';
import type { Theme } from '../../../model/document/theme.ts';
import { categoriesOf } from './categories.ts';
import { base, type NativeChart, native } from './common.ts';
import { onFill } from './on-fill.ts';

/** A label needs about this share of the plot's height. */
const LABEL_SHARE = 0.06;

/** The gap between columns, percent of their width; where a year's months stand in a row a column is to hold its label, 63.7. */
const GAP = 80;
const GAP_OF_MANY = 35;
const MANY = 8;

/** The longest stack, which sets how long the axis is. */
const longest = (chart: ColumnChart): number =>
  Math.max(
    0,
    ...chart.categories.map((_, i) => chart.series.reduce((sum, s) => sum + (s.points[i]?.value ?? 0), 0)),
  );

export const column = (chart: ColumnChart, theme: Theme): NativeChart => ({
  options: {
    ...base(chart, theme),
    categories: categoriesOf(chart),
    type: 'column',
    stacking: chart.stacked ? (chart.share ? 'percent' : 'stacked') : 'none',
    gapWidth: chart.stacked && chart.categories.length >= MANY ? GAP_OF_MANY : GAP,
    ...(!chart.stacked && { overlap: 0 }),
    series: chart.series.map((series) =>
      chart.stacked
        ? onFill(series, theme, LABEL_SHARE * longest(chart))
        : native(series, theme, 'outsideEnd'),
    ),
  },
});
