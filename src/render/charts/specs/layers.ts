/** The pieces that charts are put together from. Positions in points from the top left of the plot, y downwards. */
import type { TopLevelSpec } from 'vega-lite';
import { type ChartStyle, WHITE } from '../style.ts';

export type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

export interface TextItem {
  x: number;
  y: number;
  text: string;
  align: 'left' | 'center' | 'right';
  colour: string;
}

export interface ShapeItem {
  x: number;
  y: number;
  /** Vega symbol name, or an SVG path in which −1…1 is as long as the square root of `area`. */
  shape: string;
  area: number;
  fill: string;
  stroke: string;
  strokeWidth: number;
}

export interface SegmentItem {
  x: number;
  y: number;
  x2: number;
  y2: number;
  stroke: string;
  strokeWidth: number;
  dash: number[];
}

interface Point {
  x: number;
  y: number;
}

const hairline = (from: Point, to: Point, stroke: string, style: ChartStyle): SegmentItem => ({
  x: from.x,
  y: from.y,
  x2: to.x,
  y2: to.y,
  stroke,
  strokeWidth: style.stroke.hair,
  dash: [],
});

/** A line of the grid, that marks stand on or are read by. */
export const gridLine = (from: Point, to: Point, style: ChartStyle): SegmentItem =>
  hairline(from, to, style.faint, style);

/** From a mark to its label, where that stands away from it. */
export const leaderLine = (from: Point, to: Point, style: ChartStyle): SegmentItem =>
  hairline(from, to, style.ink, style);

const place = (field: 'x' | 'y') => ({ field, type: 'quantitative' as const, scale: null, axis: null });
const raw = (field: string) => ({ field, type: 'nominal' as const, scale: null, legend: null });
const rawNumber = (field: string) => ({ field, type: 'quantitative' as const, scale: null, legend: null });

/** Texts centred on their y. */
export function textLayers(items: readonly TextItem[], style: ChartStyle): Layer[] {
  const aligns = (['left', 'center', 'right'] as const).filter((a) => items.some((i) => i.align === a));
  return aligns.map((align) => ({
    data: { values: items.filter((i) => i.align === align) },
    // Vega's own middle lies too high for Chinese characters, whose box reaches 0.88 em up and 0.12 em down.
    mark: { type: 'text', align, baseline: 'alphabetic', dy: style.size * 0.36 },
    encoding: {
      x: place('x'),
      y: place('y'),
      text: { field: 'text', type: 'nominal' },
      color: raw('colour'),
    },
  }));
}

/** All shapes in one layer, later ones over earlier ones; none for no shapes. */
export function shapeLayer(items: readonly ShapeItem[]): Layer[] {
  if (items.length === 0) return [];
  return [
    {
      data: { values: [...items] },
      mark: { type: 'point', opacity: 1 },
      encoding: {
        x: place('x'),
        y: place('y'),
        shape: raw('shape'),
        size: rawNumber('area'),
        fill: raw('fill'),
        stroke: raw('stroke'),
        strokeWidth: rawNumber('strokeWidth'),
      },
    },
  ];
}

/** A path whose coordinates are those of the drawing: area 4 at 0, 0 is the size at which Vega draws it as written. */
export const path = (shape: string): Pick<ShapeItem, 'x' | 'y' | 'area' | 'shape'> => ({
  x: 0,
  y: 0,
  area: 4,
  shape,
});

/** Filled, with the outline that all areas have; edges in points of the drawing. */
export function rectangle(
  { left, top, right, bottom }: { left: number; top: number; right: number; bottom: number },
  fill: string,
  style: ChartStyle,
): ShapeItem {
  const [l, t, r, b] = [left, top, right, bottom].map((value) => value.toFixed(2));
  const shape = `M${l},${t}L${r},${t}L${r},${b}L${l},${b}Z`;
  return { ...path(shape), fill, stroke: style.ink, strokeWidth: style.stroke.outline };
}

/** A layer for each pattern of dashes, since Vega sets that for all lines of a layer. */
export function segmentLayers(items: readonly SegmentItem[]): Layer[] {
  const dashes = [...new Set(items.map((i) => i.dash.join(' ')))];
  return dashes.map((dash) => ({
    data: { values: items.filter((i) => i.dash.join(' ') === dash) },
    mark: { type: 'rule', ...(dash ? { strokeDash: dash.split(' ').map(Number) } : {}) },
    encoding: {
      x: place('x'),
      y: place('y'),
      x2: { field: 'x2' },
      y2: { field: 'y2' },
      stroke: raw('stroke'),
      strokeWidth: rawNumber('strokeWidth'),
    },
  }));
}

/** Values printed on areas, with a white ground where the area is hatched; `room` in it from its upper edge to its lower. */
export function labelOnArea(
  label: { x: number; y: number; text: string },
  on: { colour: string; plate: boolean },
  style: ChartStyle,
  room = Infinity,
): { plates: ShapeItem[]; text: TextItem } {
  const width = style.measure(label.text) + 2.4;
  const height = Math.min(style.size, room);
  const half = height / width;
  const plate: ShapeItem = {
    x: label.x,
    y: label.y,
    shape: `M-1,${-half}H1V${half}H-1Z`,
    area: width * width,
    fill: WHITE,
    stroke: 'none',
    strokeWidth: 0,
  };
  return { plates: on.plate ? [plate] : [], text: { ...label, align: 'center', colour: on.colour } };
}
