import type { RangeChart } from '../../../model/document/chart.ts';
import type { Theme } from '../../../model/document/theme.ts';
import { type NativeChart, values } from './common.ts';
import { frame, framedBars, ruleFrames } from './frames.ts';

/** From – to: a hollow bar over a filled one; both ends can be seen whichever is longer. */
export function range(chart: RangeChart, theme: Theme): NativeChart {
  const [from, ...to] = chart.series;
  const frames = from ? [frame(from.name, values(from), theme)] : [];
  return framedBars(chart, theme, to, [...frames, ...ruleFrames(chart, theme)]);
}
