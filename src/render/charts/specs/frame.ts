/**
 * Room on the drawing: legend at the top, then the plot with categories on one side and values on the other. Everything
 * is measured with the real font, so nothing has to be cut and Vega has nothing left to guess.
 */
import type { TopLevelSpec } from 'vega-lite';
import type { Chart } from '../../../model/document/chart.ts';
import { type ChartStyle, millimetres } from '../style.ts';
import { wrap } from '../wrap.ts';
import { type Layer, type TextItem, textLayers } from './layers.ts';
import { LEGEND_ROW, type LegendEntry, legendLayers, legendRows } from './legend.ts';
import { type ValueTicks, valueTicks } from './ticks.ts';

export interface Frame {
  plot: { left: number; top: number; width: number; height: number; right: number; bottom: number };
  ticks: ValueTicks;
  /** Centre of a category and room for each, in points along the category axis. */
  centre(index: number): number;
  step: number;
  /** Place of a value in points along the value axis. */
  position(value: number): number;
  /** Legend, categories, title of the axis. */
  layers: Layer[];
}

export interface FrameWishes {
  legend: readonly LegendEntry[];
  /** All values that must lie on the plot. */
  values: readonly number[];
  /** Room for labels left and right of the plot, and between legend and plot. */
  left?: number;
  right: number;
  above: number;
  /** Room below the names of the categories. */
  below?: number;
}

const MARGIN = 2;
const LEGEND_GAP = 6;
const AXIS_GAP = 5;
/** Category names take at most this share of the width; longer ones go onto two or more lines … */
const NAME_SHARE = 0.36;
/** … and take more of it where their rows are not high enough for that. */
const LONG_NAME_SHARE = 0.54;

/** Categories down the left side, values along the bottom. */
export function horizontalFrame(
  chart: Chart,
  widthMm: number,
  style: ChartStyle,
  wishes: FrameWishes,
): Frame {
  const width = millimetres(widthMm);
  const height = millimetres(chart.heightMm);
  const rows = legendRows(wishes.legend, width - 2 * MARGIN, style);
  const legendHeight = rows.length * LEGEND_ROW;
  const top = MARGIN + legendHeight + (rows.length > 0 ? LEGEND_GAP : 0) + wishes.above;
  const bottom = AXIS_GAP + 2 * (style.size + 4) + MARGIN;
  const line = style.size * 1.15;
  const linesOfRow = (height - top - bottom) / Math.max(1, chart.categories.length) / line;
  const wrapped = (share: number) => chart.categories.map((name) => wrap(name, width * share, style.measure));
  const usual = wrapped(NAME_SHARE);
  const names = usual.every(({ length }) => length <= Math.max(1, linesOfRow))
    ? usual
    : wrapped(LONG_NAME_SHARE);
  const gap = AXIS_GAP + (wishes.left ?? 0);
  const left = MARGIN + gap + Math.max(0, ...names.flat().map(style.measure));
  const ticks = valueTicks(chart.valueAxis, wishes.values, 6);
  const lastTick = style.measure(ticks.ticks.at(-1)?.label ?? '') / 2;
  const right = MARGIN + Math.max(wishes.right, lastTick);
  const plot = plotOf(width, height, { left, top, right, bottom });
  const step = plot.height / Math.max(1, names.length);
  const centre = (index: number): number => (index + 0.5) * step;
  const labels = names.flatMap((lines, i) =>
    lines.map(
      (text, k): TextItem => ({
        x: -gap,
        y: centre(i) + (k - (lines.length - 1) / 2) * line,
        text,
        align: 'right',
        colour: style.ink,
      }),
    ),
  );
  return {
    plot,
    ticks,
    step,
    centre,
    position: (value) => ((value - ticks.min) / (ticks.max - ticks.min)) * plot.width,
    layers: [...legendLayers(rows, MARGIN - left, MARGIN - top, style), ...textLayers(labels, style)],
  };
}

/** Values up the left side, categories along the bottom. */
export function verticalFrame(
  chart: Chart,
  widthMm: number,
  style: ChartStyle,
  wishes: FrameWishes & { placing: 'bands' | 'points' },
): Frame {
  const width = millimetres(widthMm);
  const height = millimetres(chart.heightMm);
  const rows = legendRows(wishes.legend, width - 2 * MARGIN, style);
  const ticks = valueTicks(chart.valueAxis, wishes.values, 5);
  const left = MARGIN + AXIS_GAP + Math.max(...ticks.ticks.map((t) => style.measure(t.label)));
  const legendHeight = rows.length * LEGEND_ROW + (rows.length > 0 ? LEGEND_GAP : 0);
  const titleHeight = chart.valueAxis.title ? style.size * 1.9 : style.size / 2;
  const top = MARGIN + legendHeight + titleHeight + wishes.above;
  const right = MARGIN + wishes.right;
  const count = Math.max(1, chart.categories.length);
  // The first point stands a third of a step from the axis, the last one at the edge; bands half a step from both.
  const steps = wishes.placing === 'bands' ? count : count - 1 + 1 / 3;
  const inset = wishes.placing === 'bands' ? 0.5 : 1 / 3;
  const step = (width - left - right) / steps;
  const names = chart.categories.map((name) => wrap(name, step - 4, style.measure));
  const line = style.size * 1.15;
  const bottom =
    MARGIN + AXIS_GAP + line * Math.max(1, ...names.map((lines) => lines.length)) + (wishes.below ?? 0);
  const plot = plotOf(width, height, { left, top, right, bottom });
  const centre = (index: number): number => (count === 1 ? plot.width / 2 : (index + inset) * step);
  const labels = names.flatMap((lines, i) =>
    lines.map(
      (text, k): TextItem => ({
        x: centre(i),
        y: plot.height + AXIS_GAP + (k + 0.5) * line,
        text,
        align: 'center',
        colour: style.ink,
      }),
    ),
  );
  const title: TextItem = {
    x: MARGIN - left,
    y: -wishes.above - titleHeight + style.size * 0.6,
    text: chart.valueAxis.title,
    align: 'left',
    colour: style.ink,
  };
  return {
    plot,
    ticks,
    step,
    centre,
    position: (value) => plot.height - ((value - ticks.min) / (ticks.max - ticks.min)) * plot.height,
    layers: [
      ...legendLayers(rows, MARGIN - left, MARGIN - top, style),
      ...textLayers(title.text ? [...labels, title] : labels, style),
    ],
  };
}

/** For drawings that need no axes: the whole sheet as plot. */
export function emptyFrame(width: number, height: number): Frame {
  return {
    plot: plotOf(width, height, { left: 0, top: 0, right: 0, bottom: 0 }),
    ticks: { min: 0, max: 1, ticks: [] },
    centre: () => 0,
    step: 0,
    position: () => 0,
    layers: [],
  };
}

function plotOf(
  width: number,
  height: number,
  edges: { left: number; top: number; right: number; bottom: number },
): Frame['plot'] {
  return { ...edges, width: width - edges.left - edges.right, height: height - edges.top - edges.bottom };
}

/** The finished specification: size of the drawing, style, and the layers on each other from bottom to top. */
export function specOf(frame: Frame, layers: readonly Layer[], style: ChartStyle): TopLevelSpec {
  const { left, top, right, bottom, width, height } = frame.plot;
  return {
    width,
    height,
    padding: { left, top, right, bottom },
    autosize: 'none',
    background: 'transparent',
    layer: [...frame.layers, ...layers],
    config: {
      aria: false,
      view: { stroke: null },
      text: { fontSize: style.size },
      axis: {
        labelFontSize: style.size,
        labelColor: style.ink,
        labelLimit: 0,
        labelFlush: false,
        labelOverlap: false,
        labelPadding: 3,
        titleFontSize: style.size,
        titleColor: style.ink,
        titleLimit: 0,
        titlePadding: 4,
        domainColor: style.ink,
        domainWidth: style.stroke.outline,
        tickColor: style.ink,
        tickWidth: style.stroke.outline,
        tickSize: 2,
        gridColor: style.faint,
        gridWidth: style.stroke.hair,
      },
    },
  };
}
