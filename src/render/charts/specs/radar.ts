/** A web of spokes; for profiles of few things whose values have one scale. */
import type { RadarChart } from '../../../model/chart.ts';
import { emptyFrame, specOf } from './frame.ts';
import {
  type SegmentItem,
  type ShapeItem,
  segmentLayers,
  shapeLayer,
  type TextItem,
  textLayers,
} from './layers.ts';
import { LEGEND_ROW, legendLayers, legendRows } from './legend.ts';
import { dashOf, markOf, polyline } from './marks.ts';
import type { SpecBuilder } from './spec-builder.ts';
import { millimetres } from './style.ts';
import { valueTicks } from './ticks.ts';
import { wrap } from './wrap.ts';

const MARGIN = 2;
const GAP = 6;

export const radar: SpecBuilder<RadarChart> = (chart, widthMm, style) => {
  const [width, height] = [millimetres(widthMm), millimetres(chart.heightMm)];
  const line = style.size * 1.2;
  const entries = chart.series.map((s, i) => ({ name: s.name, mark: markOf(i, s, style) }));
  const rows = legendRows(entries, width - 2 * MARGIN, style);
  const top = MARGIN + rows.length * LEGEND_ROW + GAP + line;
  const values = chart.series.flatMap((s) => s.points.flatMap((p) => (p.value === null ? [] : [p.value])));
  const scale = valueTicks(chart.valueAxis, values, 4);
  const radius = (height - top - MARGIN - line - GAP) / 2;
  const centre = { x: width / 2, y: top + radius };
  const count = Math.max(1, chart.categories.length);
  const at = (i: number, value: number): { x: number; y: number } => {
    const angle = (i / count) * 2 * Math.PI;
    const reach = ((value - scale.min) / (scale.max - scale.min)) * radius;
    return { x: centre.x + Math.sin(angle) * reach, y: centre.y - Math.cos(angle) * reach };
  };
  const faint = { stroke: style.faint, strokeWidth: style.stroke.hair, dash: [] };
  const ring = (value: number) => Array.from({ length: count + 1 }, (_, i) => at(i, value));
  const segments: SegmentItem[] = [
    ...scale.ticks.flatMap(({ value }) => polyline(ring(value), faint)),
    ...chart.categories.flatMap((_, i) => polyline([centre, at(i, scale.max)], faint)),
  ];
  const shapes: ShapeItem[] = [];
  const texts: TextItem[] = chart.categories.flatMap((text, i) => {
    const end = at(i, scale.max);
    const side = Math.sin((i / count) * 2 * Math.PI);
    const upright = Math.abs(side) < 0.01;
    const dy = upright ? (i === 0 ? -GAP - line / 4 : GAP + line / 4) : 0;
    const x = upright ? end.x : end.x + Math.sign(side) * GAP;
    const lines = upright ? [text] : wrap(text, (side > 0 ? width - x : x) - MARGIN, style.measure);
    return lines.map((words, k) => ({
      x,
      y: end.y + dy + (k - (lines.length - 1) / 2) * line,
      text: words,
      align: upright ? 'center' : side > 0 ? 'left' : 'right',
      colour: style.ink,
    }));
  });
  for (const { value, label } of scale.ticks.slice(0, -1))
    texts.push({ x: centre.x - 3, y: at(0, value).y, text: label, align: 'right', colour: style.ink });
  for (const [s, series] of chart.series.entries()) {
    const points = series.points.map(({ value }, i) => (value === null ? null : at(i, value)));
    const look = { stroke: style.line(series.tone), strokeWidth: style.stroke.data, dash: dashOf(s) };
    segments.push(...polyline([...points, points[0] ?? null], look));
    shapes.push(...points.flatMap((point) => (point ? [{ ...point, ...markOf(s, series, style) }] : [])));
  }
  return specOf(
    emptyFrame(width, height),
    [
      ...legendLayers(rows, MARGIN, MARGIN, style),
      ...segmentLayers(segments),
      ...shapeLayer(shapes),
      ...textLayers(texts, style),
    ],
    style,
  );
};
