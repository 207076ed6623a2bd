/** Lines between two moments, named at both ends. */
import type { ChartPoint, SlopeChart } from '../../../model/document/chart.ts';
import { spread } from '../spread.ts';
import { type ChartStyle, millimetres } from '../style.ts';
import { emptyFrame, specOf } from './frame.ts';
import {
  leaderLine,
  type SegmentItem,
  type ShapeItem,
  segmentLayers,
  shapeLayer,
  type TextItem,
  textLayers,
} from './layers.ts';
import { dashOf, markOf } from './marks.ts';
import type { SpecBuilder } from './spec-builder.ts';

const MARGIN = 2;
const LEADER = 12;
const GAP = 3;

export const slope: SpecBuilder<SlopeChart> = (chart, widthMm, style) => {
  const size = [millimetres(widthMm), millimetres(chart.heightMm)] as const;
  const ends = endsOf(chart);
  const field = fieldFor(ends, size, style);
  const drawn = [drawHeads(chart, field, style), drawLines(chart, field, style)];
  for (const side of SIDES) drawn.push(drawNames(ends[side], side, field, style));
  return specOf(
    emptyFrame(...size),
    [
      ...segmentLayers(drawn.flatMap(({ segments }) => segments)),
      ...shapeLayer(drawn.flatMap(({ shapes }) => shapes)),
      ...textLayers(
        drawn.flatMap(({ texts }) => texts),
        style,
      ),
    ],
    style,
  );
};

const SIDES = [0, 1] as const;
type Side = (typeof SIDES)[number];

/** What is written beside a line's end, and where the line ends. */
interface End {
  value: number;
  text: string;
}

/** Of the moment at the left and of that at the right; a series without a value there has no end. */
type Ends = readonly [left: End[], right: End[]];

function endsOf({ series }: SlopeChart): Ends {
  const of = (side: Side): End[] =>
    series.flatMap(({ name, points }) => {
      const point = points[side];
      return point && point.value !== null ? [{ value: point.value, text: textAt(side, name, point) }] : [];
    });
  return [of(0), of(1)];
}

/** Where the two moments stand, and how values lie between; points of the drawing. */
interface Field {
  x: readonly [left: number, right: number];
  y: (value: number) => number;
  top: number;
  bottom: number;
  line: number;
}

/** The names at both ends have the room that the longest of them needs. */
function fieldFor(ends: Ends, [width, height]: readonly [number, number], style: ChartStyle): Field {
  const line = style.size * 1.2;
  const widest = (side: Side): number => Math.max(0, ...ends[side].map(({ text }) => style.measure(text)));
  const top = MARGIN + 2 * line;
  const bottom = height - MARGIN - line;
  const values = ends.flat().map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return {
    x: [MARGIN + widest(0) + GAP + LEADER, width - MARGIN - widest(1) - GAP - LEADER],
    y: (value) => bottom - ((value - low) / (high - low || 1)) * (bottom - top - line),
    top,
    bottom,
    line,
  };
}

interface Drawn {
  segments: SegmentItem[];
  shapes: ShapeItem[];
  texts: TextItem[];
}

/** The uprights of the two moments, their names above them, and what is measured. */
function drawHeads({ categories, valueAxis }: SlopeChart, field: Field, style: ChartStyle): Drawn {
  const { x, top, bottom, line } = field;
  const head = { y: MARGIN + line / 2, colour: style.ink };
  return {
    segments: x.map((at) => ({
      x: at,
      x2: at,
      y: top - line / 2,
      y2: bottom + line / 2,
      stroke: style.faint,
      strokeWidth: style.stroke.outline,
      dash: [],
    })),
    shapes: [],
    texts: [
      ...categories
        .slice(0, 2)
        .map((text, side): TextItem => ({ ...head, x: x[side] ?? 0, text, align: 'center' })),
      ...(valueAxis.title ? [{ ...head, x: MARGIN, text: valueAxis.title, align: 'left' as const }] : []),
    ],
  };
}

/** A line for each series that has both values, and a mark at each that it has. */
function drawLines({ series }: SlopeChart, { x, y }: Field, style: ChartStyle): Drawn {
  const segments = series.flatMap(({ points, tone }, s): SegmentItem[] => {
    const [from, to] = points.map((p) => p.value);
    if (from == null || to == null) return [];
    const dash = tone === 'muted' ? [] : dashOf(s);
    const look = { stroke: style.line(tone), strokeWidth: style.stroke.data, dash };
    return [{ x: x[0], x2: x[1], y: y(from), y2: y(to), ...look }];
  });
  const shapes = series.flatMap((one, s) =>
    SIDES.flatMap((side): ShapeItem[] => {
      const value = one.points[side]?.value;
      return value == null ? [] : [{ x: x[side], y: y(value), ...markOf(s, one, style) }];
    }),
  );
  return { segments, shapes, texts: [] };
}

/** Names stand a line apart, each led to from its mark. */
function drawNames(ends: readonly End[], side: Side, field: Field, style: ChartStyle): Drawn {
  const { x, y, top, bottom, line } = field;
  const sign = side === 0 ? -1 : 1;
  const wishes = ends.map(({ value }) => y(value));
  const places = spread(wishes, line, top - line / 2, bottom + line / 2);
  return {
    segments: wishes.map((wish, k) =>
      leaderLine(
        { x: x[side] + sign * 4, y: wish },
        { x: x[side] + sign * LEADER, y: places[k] ?? 0 },
        style,
      ),
    ),
    shapes: [],
    texts: ends.map(({ text }, k) => ({
      x: x[side] + sign * (LEADER + GAP),
      y: places[k] ?? 0,
      text,
      align: side === 0 ? 'right' : 'left',
      colour: style.ink,
    })),
  };
}

const textAt = (side: number, name: string, { label }: ChartPoint): string =>
  (side === 0 ? [name, label] : [label, name]).filter(Boolean).join(' ');
