/** What the native charts share: fonts, axes, series and labels. */

import type {
  BarChartOptions,
  BubbleChartOptions,
  ChartValueAxis,
  ColumnChartOptions,
  LineChartOptions,
  ChartSeries as NativeSeries,
  RadarChartOptions,
  ScatterChartOptions,
} from 'docx/charts';
import { formatSigned } from '../../../base/chinese/format.ts';
import { parts } from '../../../base/colour.ts';
import { toFixed } from '../../../base/decimal.ts';
import type { Chart, ChartAxis, ChartSeries, Tone } from '../../../model/document/chart.ts';
import type { Theme } from '../../../model/document/theme.ts';
import { lineColour } from '../../charts/style.ts';
import { hex } from '../parts/units.ts';
import type { PlacedLabel } from '../placed-labels.ts';
import { clean } from '../text/text.ts';

export interface NativeChart {
  /** Everything but size and alternative text. */
  options:
    | BarChartOptions
    | ColumnChartOptions
    | LineChartOptions
    | ScatterChartOptions
    | BubbleChartOptions
    | RadarChartOptions;
  /** Names of the series that are hollow. */
  frames?: readonly string[];
  /** Of those that are marks without a line. */
  bare?: readonly string[];
  /** Of those that only carry others and are not seen. */
  hidden?: readonly string[];
  /** Labels that are moved from where Word puts them. */
  labels?: readonly PlacedLabel[];
  /** Tones of series that the chart itself has not, by name. */
  tones?: Readonly<Record<string, Tone>>;
}

export function base(chart: Chart, theme: Theme) {
  const font = fontOf(theme);
  return {
    categories: chart.categories.map(clean),
    font: { name: font.name, color: font.color },
    legend: chart.series.length > 1 ? ({ position: 'top', font } as const) : (false as const),
    chartArea: { fill: 'none', border: 'none' } as const,
    valueAxis: { ...valueAxis(fromZero(chart), theme), ...(countsFew(chart) && { interval: 1 }) },
    categoryAxis: { font },
  };
}

/** Word lets an axis begin at the least of values that differ little, where the PDF begins at zero. */
function fromZero({ valueAxis, series }: Chart): ChartAxis {
  const negative = series.some((one) => one.points.some(({ value }) => (value ?? 0) < 0));
  return { ...valueAxis, min: valueAxis.min ?? (negative ? null : 0) };
}

/** Horizontal bars start with the first category on top; Word's own order is bottom up. */
export function horizontal(chart: Chart, theme: Theme) {
  const options = base(chart, theme);
  return {
    ...options,
    categoryAxis: { ...options.categoryAxis, reverseOrder: true },
    valueAxis: { ...options.valueAxis, crossesAt: 'maximum' as const },
  };
}

export const fontOf = (theme: Theme) => ({
  name: theme.officeFonts[theme.text.chart.font],
  size: theme.text.chart.size,
  color: hex(theme.colours.ink),
});

export function valueAxis(axis: ChartAxis, theme: Theme): ChartValueAxis {
  const font = fontOf(theme);
  return {
    font,
    ...(axis.title !== '' && { title: { text: clean(axis.title), font } }),
    ...(axis.min !== null && { minimum: axis.min }),
    ...(axis.max !== null && { maximum: axis.max }),
  };
}

/** Whether the axis counts a handful of things, where Word would mark halves. */
function countsFew(chart: Chart): boolean {
  const stacked = chart.kind === 'stackedBar' || (chart.kind === 'column' && chart.stacked);
  const lengths = chart.categories.flatMap((_, index) => {
    const column = chart.series.map((series) => series.points[index]?.value ?? 0);
    return stacked ? [column.reduce((a, b) => a + b, 0)] : column;
  });
  return lengths.every((length) => Number.isInteger(length) && length <= 6);
}

export const colour = (tone: Tone, theme: Theme): string => hex(theme.tones[tone].colour);

/** … of a line and its marks, which thin as they are must be dark enough on paper. */
export const inkOfLine = (tone: Tone, theme: Theme): string => hex(lineColour(tone, theme));

export const values = (series: ChartSeries): (number | null)[] => series.points.map((point) => point.value);

/** Name, values and labels; `position` is where labels stand. */
export function native(
  series: ChartSeries,
  theme: Theme,
  position?: 'outsideEnd' | 'insideBase' | 'center' | 'above' | 'below',
): NativeSeries {
  const font = fontOf(theme);
  const place = position ? { position } : {};
  const format = numberFormat(series);
  const labels = format
    ? {
        dataLabels: { value: true, numberFormat: format, font, ...place },
        pointLabels: series.points.map((point) => (point.label === '' ? (false as const) : undefined)),
      }
    : {
        dataLabels: false as const,
        pointLabels: series.points.map((point) =>
          point.label === '' ? (false as const) : { text: clean(point.label), font, ...place },
        ),
      };
  return { name: clean(series.name), values: values(series), color: colour(series.tone, theme), ...labels };
}

/**
 * The Excel format by which Word writes the labels itself, so that they follow when someone edits the data;
 * undefined when they say something else than the value, and must be text.
 */
function numberFormat(series: ChartSeries): string | undefined {
  const labelled = series.points.filter((point) => point.label !== '' && point.value !== null);
  const first = labelled[0];
  if (!first) return undefined;
  const [, , decimals = '', suffix = ''] = /^([-+−]?\d+)(?:\.(\d+))?(\D*)$/.exec(first.label) ?? [];
  const digits = decimals.length;
  const signed = labelled.some(({ label }) => /^[+−]/.test(label));
  const written = (value: number): string =>
    signed ? formatSigned({ value, decimals: digits }) : toFixed(value, digits);
  const same = labelled.every(({ label, value }) => label === `${written(value ?? 0)}${suffix}`);
  if (!same || suffix.includes('"')) return undefined;
  const number = `0${digits > 0 ? `.${'0'.repeat(digits)}` : ''}${suffix === '' ? '' : `"${suffix}"`}`;
  return signed ? `+${number};−${number};${number}` : number;
}

/** Whether ink can't be read on the colour; luminance by the weights of Rec. 709. */
export function isDark(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = parts(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.4;
}
