/** Panels of one size, each with its name, first and last value, and the first and last category below. */
import { type ChartSeries, knownValues, type MultiplesChart } from '../../../model/document/chart.ts';
import { type ChartStyle, millimetres } from '../style.ts';
import { wrap } from '../wrap.ts';
import { emptyFrame, specOf } from './frame.ts';
import { hatching } from './hatch.ts';
import {
  rectangle,
  type SegmentItem,
  type ShapeItem,
  segmentLayers,
  shapeLayer,
  type TextItem,
  textLayers,
} from './layers.ts';
import { markOf, polyline } from './marks.ts';
import type { SpecBuilder } from './spec-builder.ts';

const MARGIN = 2;
const GAP = 14;
const FILLED = 0.62;

interface Pieces {
  segments: SegmentItem[];
  shapes: ShapeItem[];
  texts: TextItem[];
}

export const multiples: SpecBuilder<MultiplesChart> = (chart, widthMm, style) => {
  const [width, height] = [millimetres(widthMm), millimetres(chart.heightMm)];
  const line = style.size * 1.2;
  const perRow = Math.max(1, chart.perRow);
  const rows = Math.max(1, Math.ceil(chart.series.length / perRow));
  const title = chart.valueAxis.title;
  const top = MARGIN + (title ? line + 2 : 0);
  const panel = {
    width: (width - 2 * MARGIN - (perRow - 1) * GAP) / perRow,
    height: (height - MARGIN - top - (rows - 1) * GAP * 0.6) / rows,
  };
  const all: Pieces = { segments: [], shapes: [], texts: [] };
  if (title)
    all.texts.push({ x: MARGIN, y: MARGIN + line / 2, text: title, align: 'left', colour: style.ink });
  const every = knownValues(chart.series);
  for (const [s, series] of chart.series.entries()) {
    const left = MARGIN + (s % perRow) * (panel.width + GAP);
    const y = top + Math.floor(s / perRow) * (panel.height + GAP * 0.6);
    const own = draw(
      chart,
      series,
      { left, top: y, ...panel },
      chart.sharedScale ? every : knownValues([series]),
      style,
    );
    all.segments.push(...own.segments);
    all.shapes.push(...own.shapes);
    all.texts.push(...own.texts);
  }
  return specOf(
    emptyFrame(width, height),
    [...segmentLayers(all.segments), ...shapeLayer(all.shapes), ...textLayers(all.texts, style)],
    style,
  );
};

function draw(
  chart: MultiplesChart,
  series: ChartSeries,
  room: { left: number; top: number; width: number; height: number },
  scaled: readonly number[],
  style: ChartStyle,
): Pieces {
  const line = style.size * 1.2;
  const name = series.unit ? `${series.name}（${series.unit}）` : series.name;
  const names = wrap(name, room.width, style.measure);
  const texts: TextItem[] = names.map((text, i) => ({
    x: room.left,
    y: room.top + (i + 0.5) * line,
    text,
    align: 'left',
    colour: style.ink,
  }));
  const top = room.top + (names.length + 1.1) * line;
  const bottom = room.top + room.height - line - 3;
  const columns = chart.mark === 'column';
  const high = Math.max(...scaled, columns ? 0 : Number.NEGATIVE_INFINITY);
  const low = Math.min(...scaled, columns ? 0 : Number.POSITIVE_INFINITY);
  const y = (value: number): number => bottom - ((value - low) / (high - low || 1)) * (bottom - top);
  const count = chart.categories.length;
  const step = room.width / Math.max(1, count);
  const x = (i: number): number => room.left + (i + 0.5) * step;
  const base = bottom + (columns ? 0 : 4);
  const segments: SegmentItem[] = [
    {
      x: room.left,
      x2: room.left + room.width,
      y: base,
      y2: base,
      stroke: style.ink,
      strokeWidth: style.stroke.outline,
      dash: [],
    },
  ];
  const points = series.points.map(({ value }, i) => (value === null ? null : { x: x(i), y: y(value) }));
  const shapes: ShapeItem[] = [];
  if (columns)
    for (const point of points) {
      if (!point) continue;
      const area = {
        left: point.x - (step * FILLED) / 2,
        right: point.x + (step * FILLED) / 2,
        top: point.y,
        bottom,
      };
      shapes.push(rectangle(area, style.fill(series.tone), style), ...hatching(area, series.tone, style));
    }
  else {
    segments.push(
      ...polyline(points, { stroke: style.line(series.tone), strokeWidth: style.stroke.data, dash: [] }),
    );
    shapes.push(
      ...points.flatMap((point) => (point ? [{ ...point, ...markOf(0, series, style), area: 18 }] : [])),
    );
  }
  const known = points.flatMap((point, i) => (point ? [i] : []));
  for (const i of new Set([known[0], known.at(-1)])) {
    const [point, text] = i === undefined ? [] : [points[i], series.points[i]?.label];
    if (point && text) texts.push(kept(point.x, point.y - style.size * 0.85, text, room, style));
  }
  for (const i of new Set([0, count - 1])) {
    const text = chart.categories[i] ?? '';
    texts.push(kept(x(i), base + 3 + line / 2, text, room, style));
  }
  return { segments, shapes, texts };
}

/** Centred on x, moved so that it stays within its panel. */
function kept(
  x: number,
  y: number,
  text: string,
  room: { left: number; width: number },
  style: ChartStyle,
): TextItem {
  const half = style.measure(text) / 2;
  const centre = Math.max(room.left + half, Math.min(room.left + room.width - half, x));
  return { x: centre, y, text, align: 'center', colour: style.ink };
}
