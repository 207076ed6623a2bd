import { type ComboChart, knownValues } from '../../../model/document/chart.ts';
import type { Theme } from '../../../model/document/theme.ts';
import { categoriesOf } from './categories.ts';
import { base, fontOf, type NativeChart, native, valueAxis } from './common.ts';
import { lineLook } from './line.ts';

/** Columns keep to the lower part of the plot and lines to the upper, so that labels do not meet. */
const COLUMNS_UP_TO = 0.6;
const LINES = { from: 0.72, to: 0.9 };

/** Columns on the left axis, lines on the right one. */
export function combo(chart: ComboChart, theme: Theme): NativeChart {
  const most = Math.max(1e-9, ...knownValues(chart.series));
  const least = Math.min(0, ...knownValues(chart.series));
  const min = chart.valueAxis.min ?? (least < 0 ? -roundUp(-least) : 0);
  const max = chart.valueAxis.max ?? roundUp(min + (most - min) / COLUMNS_UP_TO);
  const options = { ...base(chart, theme), categories: categoriesOf(chart) };
  return {
    options: {
      ...options,
      type: 'column',
      gapWidth: 80,
      valueAxis: {
        ...valueAxis({ ...chart.valueAxis, min, max }, theme),
        interval: (max - min) / 5,
      },
      secondaryValueAxis: { ...lineAxis(chart, theme), gridlines: false },
      legend: { position: 'top', font: fontOf(theme) },
      series: [
        ...chart.series.map((series) => native(series, theme, 'outsideEnd')),
        ...chart.lines.map((series, index) => ({
          ...native(series, theme, 'above'),
          type: 'line' as const,
          axis: 'secondary' as const,
          ...lineLook(series, index, theme),
        })),
      ],
    },
  };
}

/** To two digits, a multiple of five of the second: 18667 → 20000, 58.2 → 60. */
function roundUp(value: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1) * 5;
  return Number((Math.ceil(value / unit) * unit).toPrecision(12));
}

/** Ends between which the values lie in the upper part, at round numbers. */
function lineAxis(chart: ComboChart, theme: Theme) {
  const { min, max } = chart.lineAxis;
  if (min !== null && max !== null) return valueAxis(chart.lineAxis, theme);
  const values = knownValues(chart.lines);
  const [low, high] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 1];
  const whole = (high - low || Math.abs(high) || 1) / (LINES.to - LINES.from);
  const unit = 10 ** Math.floor(Math.log10(whole / 5));
  const step = unit * ([5, 2, 1].find((factor) => factor * unit <= whole / 5) ?? 1);
  const round = (value: number): number => Number((value * step).toPrecision(12));
  const ends = {
    min: round(Math.floor((low - LINES.from * whole) / step)),
    max: round(Math.ceil((high + (1 - LINES.to) * whole) / step)),
  };
  return {
    ...valueAxis({ ...chart.lineAxis, ...ends }, theme),
    interval: Number(step.toPrecision(12)),
    // What can't be negative has no negative numbers at its axis; there the columns stand.
    ...(low >= 0 && { numberFormat: 'General;;General' }),
  };
}
