/** Bars on the value scale: the one layer that also draws the value axis. */
import type { ChartSeries, Tone } from '../../../model/document/chart.ts';
import type { Area } from '../area.ts';
import type { ChartStyle } from '../style.ts';
import type { Frame } from './frame.ts';
import { hatching } from './hatch.ts';
import { type Layer, shapeLayer, type TextItem } from './layers.ts';

export interface BarItem {
  /** Ends in the axis' unit. */
  from: number;
  to: number;
  /** Edges across, in points from the top (lying bars) or the left (columns) of the plot. */
  start: number;
  end: number;
  tone: Tone;
}

type Direction = 'lying' | 'upright';

/** Scale and axis of the values; all layers with values share it. */
function valueEncoding(frame: Frame, field: string, direction: Direction, title: string) {
  const { min, max, ticks } = frame.ticks;
  // Vega would print 1.0 and 2.0 where the axis has few ticks, wider than the room measured for 1 and 2.
  const decimals = Math.max(0, ...ticks.map(({ label }) => (label.split('.')[1] ?? '').length));
  return {
    field,
    type: 'quantitative' as const,
    stack: null,
    scale: { domain: [min, max], nice: false, zero: false },
    axis: {
      title: direction === 'lying' ? title || null : null,
      values: ticks.map((tick) => tick.value),
      format: `.${decimals}f`,
      grid: true,
      domain: false,
      ticks: direction === 'lying',
    },
  };
}

/** The value axis and its grid, where no bars draw them. */
export const axisLayer = (frame: Frame, direction: Direction, title: string): Layer => ({
  data: { values: [{ value: frame.ticks.min }] },
  mark: { type: 'rule', opacity: 0 },
  encoding: { [direction === 'lying' ? 'x' : 'y']: valueEncoding(frame, 'value', direction, title) },
});

interface LabelledBar {
  bar: BarItem;
  label: string;
}

/** The bars of several series around the middle of each category. */
export const sideBySide = (series: readonly ChartSeries[], frame: Frame, thickness: number): LabelledBar[] =>
  series.flatMap(({ points, tone }, s) =>
    points.flatMap(({ value, label }, i) => {
      if (value === null) return [];
      const start = frame.centre(i) + (s - series.length / 2) * thickness;
      return [{ bar: { from: 0, to: value, start, end: start + thickness, tone }, label }];
    }),
  );

/** Labels over columns of one width. */
export const labelsAbove = (
  columns: readonly LabelledBar[],
  width: number,
  frame: Frame,
  style: ChartStyle,
): TextItem[] =>
  columns
    .filter(({ label }) => label !== '')
    .map(({ bar: { start, to }, label }) => ({
      x: start + width / 2,
      y: frame.position(Math.max(0, to)) - style.size * 0.7,
      text: label,
      align: 'center',
      colour: style.ink,
    }));

/** The bars and over them their hatchings. */
export function barLayers(
  items: readonly BarItem[],
  frame: Frame,
  style: ChartStyle,
  direction: Direction,
  title: string,
): Layer[] {
  const across = (field: string) => ({ field, type: 'quantitative' as const, scale: null, axis: null });
  const value = valueEncoding(frame, 'from', direction, title);
  const fill = { field: 'fill', type: 'nominal' as const, scale: null, legend: null };
  const bars: Layer = {
    data: { values: items.map((item) => ({ ...item, fill: style.fill(item.tone) })) },
    mark: { type: 'rect', stroke: style.ink, strokeWidth: style.stroke.outline, opacity: 1 },
    encoding:
      direction === 'lying'
        ? { x: value, x2: { field: 'to' }, y: across('start'), y2: { field: 'end' }, fill }
        : { y: value, y2: { field: 'to' }, x: across('start'), x2: { field: 'end' }, fill },
  };
  return [
    bars,
    ...shapeLayer(items.flatMap((item) => hatching(areaOf(item, frame, direction), item.tone, style))),
  ];
}

function areaOf(item: BarItem, frame: Frame, direction: Direction): Area {
  const [low, high] = [frame.position(item.from), frame.position(item.to)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return direction === 'lying'
    ? { left: low, right: high, top: item.start, bottom: item.end }
    : { left: item.start, right: item.end, top: low, bottom: high };
}

/** The line from which bars grow, over their outlines. */
export function baseline(frame: Frame, style: ChartStyle, direction: Direction) {
  const at = frame.position(Math.max(0, frame.ticks.min));
  const line = { stroke: style.ink, strokeWidth: style.stroke.outline * 1.5, dash: [] };
  return direction === 'lying'
    ? { x: at, x2: at, y: 0, y2: frame.plot.height, ...line }
    : { x: 0, x2: frame.plot.width, y: at, y2: at, ...line };
}
