/** A web of spokes; for profiles of few things whose values have one scale. */
import { knownValues, type RadarChart } from '../../../model/document/chart.ts';
import { type ChartStyle, millimetres } from '../style.ts';
import { wrap } from '../wrap.ts';
import { emptyFrame, specOf } from './frame.ts';
import {
  type Layer,
  type SegmentItem,
  type ShapeItem,
  segmentLayers,
  shapeLayer,
  type TextItem,
  textLayers,
} from './layers.ts';
import { LEGEND_ROW, type LegendEntry, legendLayers, legendRows, widthOf } from './legend.ts';
import { dashOf, markOf, polyline } from './marks.ts';
import type { SpecBuilder } from './spec-builder.ts';
import { valueTicks } from './ticks.ts';

const MARGIN = 2;
const GAP = 6;

/** The radius that leaves each name at the side room for two lines. */
function widest(names: readonly string[], width: number, style: ChartStyle): number {
  const room = names.map((name, i) => {
    const side = Math.abs(Math.sin((i / names.length) * 2 * Math.PI));
    const whole = style.measure(name);
    const need = Math.max(Math.min(whole, 5 * style.size), whole / 2 + style.size);
    return side < 0.01 ? Infinity : (width / 2 - MARGIN - GAP - need) / side;
  });
  return Math.min(...room);
}

/** Two entries stand in the corners beside the name of the first spoke, where the web has no use for the room. */
function legendOf(
  entries: readonly LegendEntry[],
  name: string,
  width: number,
  style: ChartStyle,
): { layers: Layer[]; height: number } {
  const [left, right] = entries;
  const room = (width - style.measure(name)) / 2 - MARGIN - GAP;
  if (left && right && entries.length === 2 && entries.every((entry) => widthOf(entry, style) <= room)) {
    const end = width - MARGIN - widthOf(right, style);
    const layers = [
      ...legendLayers([[left]], MARGIN, MARGIN, style),
      ...legendLayers([[right]], end, MARGIN, style),
    ];
    return { layers, height: 0 };
  }
  const rows = legendRows(entries, width - 2 * MARGIN, style);
  return { layers: legendLayers(rows, MARGIN, MARGIN, style), height: rows.length * LEGEND_ROW + GAP };
}

export const radar: SpecBuilder<RadarChart> = (chart, widthMm, style) => {
  const [width, height] = [millimetres(widthMm), millimetres(chart.heightMm)];
  const line = style.size * 1.2;
  const entries = chart.series.map((s, i) => ({ name: s.name, mark: markOf(i, s, style) }));
  const legend = legendOf(entries, chart.categories[0] ?? '', width, style);
  const top = MARGIN + legend.height + line + GAP;
  const scale = valueTicks(chart.valueAxis, knownValues(chart.series), 4);
  const count = Math.max(1, chart.categories.length);
  const high = (height - top - MARGIN - line - GAP) / 2;
  const radius = Math.min(high, Math.max(high / 2, widest(chart.categories, width, style)));
  const centre = { x: width / 2, y: top + high };
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
    [...legend.layers, ...segmentLayers(segments), ...shapeLayer(shapes), ...textLayers(texts, style)],
    style,
  );
};
