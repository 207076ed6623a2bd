/**
 * Charts as meaning, not as drawing: render/charts turns one into SVG (vega-lite), render/docx into a native Word chart.
 */
import type { Figure } from './figure.ts';

/** Fill of a series: a colour and a pattern, both from the theme, so that it reads in black and white too. */
export const TONES = [
  'done',
  'ahead',
  'onPace',
  'behind',
  'farBehind',
  'notStarted',
  'toVerify',
  'notReported',
  'primary',
  'secondary',
  'tertiary',
  'muted',
] as const;
export type Tone = (typeof TONES)[number];

export interface ChartSeries {
  name: string;
  tone: Tone;
  /** One per category; null leaves a gap. */
  points: ChartPoint[];
}

export interface ChartPoint {
  value: number | null;
  /** Printed at the mark; '' for none. */
  label: string;
  figure: Figure | null;
}

export interface ChartAxis {
  title: string;
  /** Fixed ends; null lets the data decide (bars always start at zero). */
  min: number | null;
  max: number | null;
}

interface CategoryChart {
  categories: string[];
  series: ChartSeries[];
  valueAxis: ChartAxis;
  /** Height of the drawing in millimetres; its width is that of the text. */
  heightMm: number;
}

/** Horizontal bars side by side: few series over many named things. */
export interface BarChart extends CategoryChart {
  kind: 'bar';
  /** A line across all bars, e.g. 序时进度 75%. */
  rule: { value: number; label: string } | null;
}
/** Horizontal bars on top of each other, in counts (or shares of 100 when `share`). */
export interface StackedBarChart extends CategoryChart {
  kind: 'stackedBar';
  share: boolean;
}
/** Upright columns, side by side or stacked; categories are moments in time. */
export interface ColumnChart extends CategoryChart {
  kind: 'column';
  stacked: boolean;
}
/** Lines over moments in time, told apart by dash and marker and labelled at their end. */
export interface LineChart extends CategoryChart {
  kind: 'line';
}
/** Two points joined by a line for each category: from – to. Exactly two series. */
export interface RangeChart extends CategoryChart {
  kind: 'range';
  rule: { value: number; label: string } | null;
}
/** Bar of the value against a mark for what is expected: series[0] bars, series[1] marks. */
export interface BulletChart extends CategoryChart {
  kind: 'bullet';
}

export type Chart = BarChart | StackedBarChart | ColumnChart | LineChart | RangeChart | BulletChart;
export type ChartKind = Chart['kind'];
