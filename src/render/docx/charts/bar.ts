import type { BarChart } from '../../../model/document/chart.ts';
import type { Theme } from '../../../model/document/theme.ts';
import type { NativeChart } from './common.ts';
import { framedBars, ruleFrames } from './frames.ts';

/** Bars side by side; the rule across them is a hollow bar of its length in each category. */
export const bar = (chart: BarChart, theme: Theme): NativeChart =>
  framedBars(chart, theme, chart.series, ruleFrames(chart, theme));
