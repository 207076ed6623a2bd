/** Marks over two value axes, each with its name; areas tell a third value. */
import { knownValues, type ScatterChart } from '../../../model/document/chart.ts';
import type { ChartStyle } from '../style.ts';
import { axisLayer, baseline } from './bars.ts';
import { type Frame, specOf, verticalFrame } from './frame.ts';
import {
  gridLine,
  leaderLine,
  type SegmentItem,
  type ShapeItem,
  segmentLayers,
  shapeLayer,
  type TextItem,
  textLayers,
} from './layers.ts';
import { type PlacedLabel, placeLabels } from './place-labels.ts';
import type { SpecBuilder } from './spec-builder.ts';
import { valueTicks } from './ticks.ts';

const RADIUS = 3.5;
const SMALLEST = 2;
const LARGEST = 17;
const GAP = 5;

const lineHeight = (style: ChartStyle): number => style.size * 1.2;

export const scatter: SpecBuilder<ScatterChart> = (chart, widthMm, style) => {
  const [, ys, sizes] = chart.series;
  // A large circle reaches over the plot, and must not cover what stands there.
  const above = sizes ? LARGEST : 0;
  const frame = verticalFrame({ ...chart, categories: [] }, widthMm, style, {
    placing: 'bands',
    legend: [],
    values: ys ? knownValues([ys]) : [],
    right: style.size * 2,
    above,
    below: lineHeight(style) + 2,
  });
  const across = acrossAxis(chart, frame, style);
  const marks = marksOf(chart, across.x, frame, style);
  const names = namesOf(marks, frame, above, style);
  const sizeNote = sizes ? [noteOnSizes(sizes.name, frame, above, style)] : [];
  const tone = ys?.tone ?? 'primary';
  const shapes = marks.map(
    ({ x, y, radius }): ShapeItem => ({
      x,
      y,
      shape: 'circle',
      area: Math.PI * radius ** 2,
      fill: sizes ? style.tint(tone) : style.line(tone),
      stroke: style.line(tone),
      strokeWidth: 0.8,
    }),
  );
  return specOf(
    frame,
    [
      axisLayer(frame, 'upright', ''),
      ...segmentLayers([...across.grid, ...names.leaders, baseline(frame, style, 'upright')]),
      ...shapeLayer(shapes),
      ...textLayers([...across.texts, ...sizeNote, ...names.texts], style),
    ],
    style,
  );
};

/** The value axis along the bottom, which the frame does not draw: it has values up its left side only. */
interface AcrossAxis {
  x(value: number): number;
  grid: SegmentItem[];
  texts: TextItem[];
}

function acrossAxis({ series: [xs], xAxis }: ScatterChart, { plot }: Frame, style: ChartStyle): AcrossAxis {
  const { min, max, ticks } = valueTicks(xAxis, xs ? knownValues([xs]) : [], 6);
  const x = (value: number): number => ((value - min) / (max - min)) * plot.width;
  const line = lineHeight(style);
  const below = (at: number, y: number, text: string): TextItem => ({
    x: at,
    y: plot.height + GAP + y,
    text,
    align: 'center',
    colour: style.ink,
  });
  return {
    x,
    grid: ticks.map(({ value }) => gridLine({ x: x(value), y: 0 }, { x: x(value), y: plot.height }, style)),
    texts: [
      ...ticks.map(({ value, label }) => below(x(value), line / 2, label)),
      below(plot.width / 2, line * 1.5 + 2, xAxis.title),
    ],
  };
}

interface Mark {
  name: string;
  x: number;
  y: number;
  radius: number;
  /** Of its name. */
  width: number;
}

/** Large ones first: small ones are drawn over them. */
function marksOf(
  { categories, series: [xs, ys, sizes] }: ScatterChart,
  x: (value: number) => number,
  frame: Frame,
  style: ChartStyle,
): Mark[] {
  const largest = Math.max(1e-9, ...(sizes ? knownValues([sizes]) : []));
  const marks = categories.flatMap((name, i): Mark[] => {
    const [across, up, size] = [xs, ys, sizes].map((series) => series?.points[i]?.value ?? null);
    if (across == null || up == null) return [];
    const radius = sizes ? LARGEST * Math.sqrt(Math.max(0, size ?? 0) / largest) : RADIUS;
    return [
      {
        name,
        x: x(across),
        y: frame.position(up),
        radius: Math.max(SMALLEST, radius),
        width: style.measure(name),
      },
    ];
  });
  return marks.sort((a, b) => b.radius - a.radius);
}

/** @param above the plot, where there is room for large circles and names */
function namesOf(
  marks: readonly Mark[],
  { plot }: Frame,
  above: number,
  style: ChartStyle,
): { texts: TextItem[]; leaders: SegmentItem[] } {
  const line = lineHeight(style);
  const room = {
    left: 1,
    top: above > 0 ? 1 - above : 1 - plot.top / 2,
    right: plot.width + plot.right,
    bottom: plot.height - 1,
  };
  const placed = placeLabels(marks, line, room).flatMap((place, i) => {
    const mark = marks[i];
    return mark ? [{ mark, place }] : [];
  });
  return {
    texts: placed.map(({ mark, place: { x, y } }) => ({
      x,
      y,
      text: mark.name,
      align: 'left',
      colour: style.ink,
    })),
    leaders: placed.flatMap(({ mark, place }) =>
      place.far ? [leaderLine(mark, nearestEdge(mark, place, line), style)] : [],
    ),
  };
}

/** Where the leader meets the name. */
function nearestEdge(mark: Mark, place: PlacedLabel, line: number): { x: number; y: number } {
  const x = Math.max(place.x, Math.min(place.x + mark.width, mark.x));
  if (place.y > mark.y) return { x, y: place.y - line / 2 };
  return { x, y: place.y < mark.y - line / 2 ? place.y + line / 2 : place.y };
}

/** Over the plot at its right, on the line of the axis' title. */
const noteOnSizes = (name: string, { plot }: Frame, above: number, style: ChartStyle): TextItem => ({
  x: plot.width + plot.right - 2,
  y: style.size * 0.6 - style.size * 1.9 - above,
  text: `圆的面积：${name}`,
  align: 'right',
  colour: style.ink,
});
