/** Lines between two moments, named at both ends. */
import type { ChartPoint, SlopeChart } from '../../../model/document/chart.ts';
import { spread } from '../spread.ts';
import { millimetres } from '../style.ts';
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
  const [width, height] = [millimetres(widthMm), millimetres(chart.heightMm)];
  const line = style.size * 1.2;
  const ends = [0, 1].map((side) =>
    chart.series.flatMap((series, s) => {
      const point = series.points[side];
      return point && point.value !== null ? [{ s, point, text: textAt(side, series.name, point) }] : [];
    }),
  );
  const [left, right] = ends.map((end) => Math.max(0, ...end.map(({ text }) => style.measure(text)))) as [
    number,
    number,
  ];
  const top = MARGIN + 2 * line;
  const x = [MARGIN + left + GAP + LEADER, width - MARGIN - right - GAP - LEADER] as const;
  const values = ends.flat().map(({ point }) => point.value ?? 0);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const bottom = height - MARGIN - line;
  const y = (value: number): number => bottom - ((value - low) / (high - low || 1)) * (bottom - top - line);
  const segments: SegmentItem[] = x.map((at) => ({
    x: at,
    x2: at,
    y: top - line / 2,
    y2: bottom + line / 2,
    stroke: style.faint,
    strokeWidth: style.stroke.outline,
    dash: [],
  }));
  const shapes: ShapeItem[] = [];
  const texts: TextItem[] = chart.categories.slice(0, 2).map((text, side) => ({
    x: x[side] ?? 0,
    y: MARGIN + line / 2,
    text,
    align: 'center',
    colour: style.ink,
  }));
  if (chart.valueAxis.title)
    texts.push({
      x: MARGIN,
      y: MARGIN + line / 2,
      text: chart.valueAxis.title,
      align: 'left',
      colour: style.ink,
    });
  for (const [s, series] of chart.series.entries()) {
    const [from, to] = series.points.map((p) => p.value);
    const look = {
      stroke: style.line(series.tone),
      strokeWidth: style.stroke.data,
      dash: series.tone === 'muted' ? [] : dashOf(s),
    };
    if (from != null && to != null) segments.push({ x: x[0], x2: x[1], y: y(from), y2: y(to), ...look });
    for (const [side, value] of [from, to].entries())
      if (value != null) shapes.push({ x: x[side] ?? 0, y: y(value), ...markOf(s, series, style) });
  }
  for (const [side, end] of ends.entries()) {
    const wishes = end.map(({ point }) => y(point.value ?? 0));
    const places = spread(wishes, line, top - line / 2, height - MARGIN - line / 2);
    const sign = side === 0 ? -1 : 1;
    const at = x[side] ?? 0;
    for (const [k, { text }] of end.entries()) {
      const place = places[k] ?? 0;
      const [mark, end] = [at + sign * 4, at + sign * LEADER];
      segments.push(leaderLine({ x: mark, y: wishes[k] ?? 0 }, { x: end, y: place }, style));
      texts.push({
        x: at + sign * (LEADER + GAP),
        y: place,
        text,
        align: side === 0 ? 'right' : 'left',
        colour: style.ink,
      });
    }
  }
  return specOf(
    emptyFrame(width, height),
    [...segmentLayers(segments), ...shapeLayer(shapes), ...textLayers(texts, style)],
    style,
  );
};

const textAt = (side: number, name: string, { label }: ChartPoint): string =>
  (side === 0 ? [name, label] : [label, name]).filter(Boolean).join(' ');
