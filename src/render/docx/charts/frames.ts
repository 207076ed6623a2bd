/**
 * Measures against bars: Word has no marks across horizontal bars, so what is measured against is a hollow bar drawn
 * over the filled one, whose end is the mark. Every value stays in the chart's workbook, where it can be edited.
 */
import type { ChartSeries as NativeSeries } from 'docx/charts';
import type { BarChart, Chart, ChartSeries, RangeChart } from '../../../model/document/chart.ts';
import type { Theme } from '../../../model/document/theme.ts';
import { hex } from '../parts/units.ts';
import { clean } from '../text/text.ts';
import { fontOf, horizontal, isDark, type NativeChart, native } from './common.ts';

const GAP = 60;

/** A hollow bar; finish-chart.ts takes its fill away and draws its edge. */
export const frame = (name: string, values: readonly (number | null)[], theme: Theme): NativeSeries => ({
  name: clean(name),
  values,
  color: hex(theme.colours.ink),
  dataLabels: false,
});

/** The rule of a chart, as long in every category. */
export const ruleFrames = ({ rule, categories }: BarChart | RangeChart, theme: Theme): NativeSeries[] => {
  if (!rule) return [];
  const values = categories.map(() => rule.value);
  return [frame(rule.label, values, theme)];
};

/**
 * Filled bars and frames around them; several filled series stand side by side and the frame beside them. A frame's
 * edge must show on the fill, so dark tones give way to `secondary`, and labels stand at the foot, away from the edge.
 */
export function framedBars(
  chart: Chart,
  theme: Theme,
  filled: readonly ChartSeries[],
  frames: readonly NativeSeries[],
): NativeChart {
  const around = frames.length > 0 && filled.length === 1;
  const bars = filled.map((series) => {
    const tone = around && isDark(theme.tones[series.tone].colour) ? 'secondary' : series.tone;
    return native({ ...series, tone }, theme, around ? 'insideBase' : 'outsideEnd');
  });
  return {
    frames: frames.map((series) => series.name),
    options: {
      ...horizontal(chart, theme),
      type: 'bar',
      gapWidth: GAP,
      overlap: around ? 100 : 0,
      // Later series are drawn over earlier ones.
      series: [...bars, ...frames],
      legend: bars.length + frames.length > 1 ? { position: 'top', font: fontOf(theme) } : false,
    },
  };
}
