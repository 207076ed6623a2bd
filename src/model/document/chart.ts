/**
 * Charts as meaning, not as drawing: render/charts turns one into SVG (vega-lite), render/docx into a native Word chart.
 */

import { STATUSES } from '../status.ts';
import type { Figure } from './figure.ts';

/** Of series that are no statuses. */
export const SERIES_TONES = ['primary', 'secondary', 'tertiary', 'muted', 'quaternary', 'quinary'] as const;

/** Shades from least to most, each darker than the one before in grey too. */
export const RAMP = ['shade1', 'shade2', 'shade3', 'shade4', 'shade5'] as const;

/**
 * Fill of a status, a series or a cell: a colour and a pattern, both from the theme, so that it reads in black and white
 * too. A status has one colour wherever it is shown.
 */
export const TONES = [...STATUSES, ...SERIES_TONES, ...RAMP] as const;
export type Tone = (typeof TONES)[number];

export interface ChartSeries {
  name: string;
  tone: Tone;
  /** Where it differs from the value axis' own: the columns of a heat table. */
  unit?: string;
  /** One per category; null leaves a gap. */
  points: ChartPoint[];
}

export interface ChartPoint {
  value: number | null;
  /** Printed at the mark; '' for none. */
  label: string;
  figure: Figure | null;
  /** Why there is no value: missing (the default) or not applicable. */
  absent?: '—' | '…';
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
/** Upright columns, side by side or stacked (to shares of 100 when `share`); categories are moments in time. */
export interface ColumnChart extends CategoryChart {
  kind: 'column';
  stacked: boolean;
  share?: boolean;
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

/** Columns on the left axis, lines above them on the right one: an amount and its rate. */
export interface ComboChart extends CategoryChart {
  kind: 'combo';
  lines: ChartSeries[];
  lineAxis: ChartAxis;
}
/** Marks on a line for each category, told apart by shape; for rates, whose zero says nothing. */
export interface DotChart extends CategoryChart {
  kind: 'dot';
  rule: { value: number; label: string } | null;
}
/** Exactly two categories; every series is a line between them, named at both ends. */
export interface SlopeChart extends CategoryChart {
  kind: 'slope';
}
/** From one total to another by rises and falls: one series; `totals` are the categories that stand on the ground. */
export interface WaterfallChart extends CategoryChart {
  kind: 'waterfall';
  totals: number[];
}
/** A table whose cells are the darker the greater: categories are its rows, series its columns. */
export interface HeatChart extends CategoryChart {
  kind: 'heat';
  /** Shades compare all cells, or only those of a column (for columns of different units). */
  scale: 'all' | 'column';
}
/** One small panel for each series over the same categories. */
export interface MultiplesChart extends CategoryChart {
  kind: 'multiples';
  mark: 'line' | 'column';
  perRow: number;
  /** Whether all panels have one scale; where not, heights say nothing from panel to panel. */
  sharedScale: boolean;
}
/** Areas as large as the values: categories are the pieces, series their groups; a piece has a value in one group. */
export interface TreemapChart extends CategoryChart {
  kind: 'treemap';
}
/** Bands from the series on the left to the categories on the right, as thick as the values. */
export interface FlowChart extends CategoryChart {
  kind: 'flow';
}
/** One square for each place in a grid that only shows roughly where it lies; one series. */
export interface TileMapChart extends CategoryChart {
  kind: 'tileMap';
  /** Column and row of each category, from 0. */
  tiles: [number, number][];
}
/** A mark for each category: series[0] along the bottom, series[1] up the side, series[2], if any, as its area. */
export interface ScatterChart extends CategoryChart {
  kind: 'scatter';
  xAxis: ChartAxis;
}
/** One shape for each series over the categories as spokes; for profiles of few things in points of 100. */
export interface RadarChart extends CategoryChart {
  kind: 'radar';
}

export type Chart =
  | BarChart
  | StackedBarChart
  | ColumnChart
  | LineChart
  | RangeChart
  | BulletChart
  | ComboChart
  | DotChart
  | SlopeChart
  | WaterfallChart
  | HeatChart
  | MultiplesChart
  | TreemapChart
  | FlowChart
  | TileMapChart
  | ScatterChart
  | RadarChart;
export type ChartKind = Chart['kind'];

/** Those that there are, series by series. */
export const knownValues = (series: readonly ChartSeries[]): number[] =>
  series.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])));

/** In: all values that are compared, and one of them. Out: its shade; equal steps between the least and the most. */
export function shadeOf(value: number, all: readonly number[]): Tone {
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const share = high > low ? (value - low) / (high - low) : 0.5;
  return RAMP[Math.min(RAMP.length - 1, Math.floor(share * RAMP.length))] ?? 'shade2';
}
