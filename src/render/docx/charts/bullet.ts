import type { BulletChart } from '../../../model/document/chart.ts';
import type { Theme } from '../../../model/document/theme.ts';
import { type NativeChart, values } from './common.ts';
import { frame, framedBars } from './frames.ts';

/** What is, in a hollow bar that ends where it was expected to. */
export function bullet(chart: BulletChart, theme: Theme): NativeChart {
  const [actual, ...expected] = chart.series;
  const frames = expected.map((series) => frame(series.name, values(series), theme));
  return framedBars(chart, theme, actual ? [actual] : [], frames);
}
