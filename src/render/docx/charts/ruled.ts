/** Bars side by side and, behind them, the ground that should have been covered: a grey band up to the rule. */
import type { BarChart, RangeChart } from '../../../model/chart.ts';
import type { Theme } from '../../../model/theme.ts';
import { clean } from '../text.ts';
import { hex } from '../units.ts';
import { fontOf, horizontal, type NativeChart, native } from './common.ts';
import { layers } from './layers.ts';

const GAP = 60;

export function ruled(chart: BarChart | RangeChart, theme: Theme): NativeChart {
  const bars = chart.series.map((series) => native(series, theme, 'outsideEnd'));
  const { rule } = chart;
  if (!rule) return { options: { ...horizontal(chart, theme), type: 'bar', gapWidth: GAP, series: bars } };
  const band = {
    name: clean(rule.label),
    values: chart.categories.map(() => rule.value),
    color: hex(theme.colours.headFill),
    dataLabels: false as const,
  };
  const whole = layers(chart, theme, { series: [band], gapWidth: 0 }, { series: bars, gapWidth: GAP });
  return { ...whole, options: { ...whole.options, legend: { position: 'top', font: fontOf(theme) } } };
}
