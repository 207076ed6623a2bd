/**
 * Two layers of horizontal bars: wide ones behind (the measure) and narrow ones in front (what is). Word gives each
 * layer axes of its own, so both get the same fixed ends, and the second pair is hidden. Every value stays in the
 * chart's workbook, where it can be edited.
 */
import type { ChartSeries as NativeSeries } from 'docx/charts';
import type { Chart } from '../../../model/chart.ts';
import type { Theme } from '../../../model/theme.ts';
import { horizontal, type NativeChart } from './common.ts';

export interface Layer {
  series: readonly NativeSeries[];
  /** Percent of a bar's width. */
  gapWidth: number;
}

export function layers(chart: Chart, theme: Theme, back: Layer, front: Layer): NativeChart {
  const options = horizontal(chart, theme);
  const drawn = [...back.series, ...front.series].flatMap((series) => [...series.values]);
  const ends = { minimum: chart.valueAxis.min ?? low(drawn), maximum: chart.valueAxis.max ?? high(drawn) };
  return {
    gapWidths: [back.gapWidth, front.gapWidth],
    options: {
      ...options,
      type: 'bar',
      overlap: 0,
      valueAxis: { ...options.valueAxis, ...ends },
      secondaryValueAxis: { ...ends, visible: false },
      series: [...back.series, ...front.series.map((series) => ({ ...series, axis: 'secondary' as const }))],
    },
  };
}

const known = (drawn: readonly (number | null)[]): number[] => drawn.filter((value) => value !== null);
const low = (drawn: readonly (number | null)[]): number => -ceiling(-Math.min(0, ...known(drawn)));
/** A tenth more than the longest bar, so that its label has room. */
const high = (drawn: readonly (number | null)[]): number => ceiling(1.1 * Math.max(0, ...known(drawn)));

/** The next round number. */
function ceiling(value: number): number {
  if (value <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  return (
    ([1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((step) => step * power >= value * 0.999999) ?? 10) * power
  );
}
