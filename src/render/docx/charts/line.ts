import type { LineChart } from '../../../model/chart.ts';
import type { Theme } from '../../../model/theme.ts';
import { base, colour, type NativeChart, native } from './common.ts';

/** Told apart by dash and marker, for copies in black and white. */
const DASHES = ['solid', 'dash', 'dot', 'longDash', 'dashDot', 'longDashDot'] as const;
const MARKERS = ['circle', 'square', 'triangle', 'diamond', 'x', 'plus'] as const;

export const line = (chart: LineChart, theme: Theme): NativeChart => ({
  options: {
    ...base(chart, theme),
    type: 'line',
    series: chart.series.map((series, index) => ({
      ...native(series, theme, 'above'),
      line: { color: colour(series.tone, theme), width: 1.5, dash: DASHES[index % DASHES.length] },
      markers: { shape: MARKERS[index % MARKERS.length], size: 6 },
    })),
  },
});
