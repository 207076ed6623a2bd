/** From – to of each category: a hollow mark, a line with an arrowhead, a filled mark. */
import { knownValues, type RangeChart } from '../../../model/document/chart.ts';
import { type ChartStyle, WHITE } from '../style.ts';
import { axisLayer } from './bars.ts';
import { horizontalFrame, specOf } from './frame.ts';
import {
  gridLine,
  type SegmentItem,
  type ShapeItem,
  segmentLayers,
  shapeLayer,
  type TextItem,
  textLayers,
} from './layers.ts';
import type { LegendEntry } from './legend.ts';
import { ruleHeight, ruleLayers } from './rule.ts';
import type { SpecBuilder } from './spec-builder.ts';

/** Half width of the marks. */
const RADIUS = 3.6;
/** Arrowheads need this distance between the centres. */
const ARROW_FROM = 16;
const LABEL_GAP = 4;

export const range: SpecBuilder<RangeChart> = (chart, widthMm, style) => {
  const [from, to] = chart.series;
  const points = chart.series.flatMap((s) => s.points);
  const values = knownValues(chart.series);
  const longest = Math.max(0, ...points.map((p) => style.measure(p.label)));
  // Only where something falls does a label stand left of its mark.
  const falls = to?.points.some((p, i) => (p.value ?? 0) < (from?.points[i]?.value ?? 0));
  const frame = horizontalFrame(chart, widthMm, style, {
    legend: [
      ...(from ? [{ name: from.name, mark: hollow(style) }] : []),
      ...(to ? [{ name: to.name, mark: filled(style.line(to.tone)) }] : []),
    ],
    values: chart.rule ? [...values, chart.rule.value] : values,
    left: RADIUS + (falls ? LABEL_GAP + longest : 0),
    right: RADIUS + LABEL_GAP + longest,
    above: ruleHeight(chart.rule, style),
  });
  const segments: SegmentItem[] = [];
  const shapes: ShapeItem[] = [];
  const texts: TextItem[] = [];
  for (const index of chart.categories.keys()) {
    const y = frame.centre(index);
    segments.push(gridLine({ x: 0, y }, { x: frame.plot.width, y }, style));
    const [start, end] = [from, to].map((s) => s?.points[index]?.value ?? null);
    const x = start === null || start === undefined ? null : frame.position(start);
    const x2 = end === null || end === undefined ? null : frame.position(end);
    if (x !== null && x2 !== null && Math.abs(x2 - x) > 2 * RADIUS) {
      const sign = Math.sign(x2 - x);
      segments.push({ x: x + sign * RADIUS, x2, y, y2: y, stroke: style.ink, strokeWidth: 1, dash: [] });
      if (Math.abs(x2 - x) >= ARROW_FROM) {
        const shape = sign > 0 ? 'M-1,-0.7L1,0L-1,0.7Z' : 'M1,-0.7L-1,0L1,0.7Z';
        shapes.push({
          x: x2 - sign * (RADIUS + 3),
          y,
          shape,
          area: 36,
          fill: style.ink,
          stroke: 'none',
          strokeWidth: 0,
        });
      }
    }
    // A hollow mark around a filled one: nothing has changed.
    if (x !== null)
      shapes.push({ ...hollow(style), x, y, ...(x === x2 ? { area: areaOf(RADIUS + 2) } : {}) });
    if (x2 !== null && to) shapes.push({ ...filled(style.line(to.tone)), x: x2, y });
    texts.push(
      ...labels([x, x2], [from?.points[index]?.label ?? '', to?.points[index]?.label ?? ''], y, style),
    );
  }
  return specOf(
    frame,
    [
      axisLayer(frame, 'lying', chart.valueAxis.title),
      ...segmentLayers(segments),
      ...ruleLayers(chart.rule, frame, style),
      ...shapeLayer(shapes),
      ...textLayers(texts, style),
    ],
    style,
  );
};

/** Labels stand outside of the pair: that of the left mark on its left, all else on the right. */
function labels(
  [x, x2]: (number | null)[],
  [from, to]: [string, string],
  y: number,
  style: ChartStyle,
): TextItem[] {
  const gap = RADIUS + LABEL_GAP;
  const beside = (at: number, other: number, text: string): TextItem => {
    const left = at < other;
    return { x: left ? at - gap : at + gap, y, text, align: left ? 'right' : 'left', colour: style.ink };
  };
  const out: TextItem[] = [];
  if (to && x2 != null) out.push(beside(x2, x ?? x2, to));
  if (from && x != null && x !== x2) out.push(beside(x, x2 ?? x, from));
  return out;
}

const areaOf = (radius: number): number => Math.PI * radius * radius;

function hollow(style: ChartStyle): LegendEntry['mark'] {
  return { shape: 'circle', area: areaOf(RADIUS), fill: WHITE, stroke: style.ink, strokeWidth: 1 };
}

function filled(colour: string): LegendEntry['mark'] {
  return { shape: 'circle', area: areaOf(RADIUS), fill: colour, stroke: colour, strokeWidth: 1 };
}
