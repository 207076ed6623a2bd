import type { RangeChart } from '../../../model/chart.ts';
import type { Theme } from '../../../model/theme.ts';
import type { NativeChart } from './common.ts';
import { ruled } from './ruled.ts';

/** From – to, two bars to a category: Word draws no dots on a line across, and bars can be edited by anyone. */
export const range = (chart: RangeChart, theme: Theme): NativeChart => ruled(chart, theme);
