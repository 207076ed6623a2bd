import type { BarChart } from '../../../model/chart.ts';
import type { Theme } from '../../../model/theme.ts';
import type { NativeChart } from './common.ts';
import { ruled } from './ruled.ts';

export const bar = (chart: BarChart, theme: Theme): NativeChart => ruled(chart, theme);
