/** Marks on a faint line for each category. */
import { type ChartSeries, type DotChart, knownValues } from '../../../model/document/chart.ts';
import { axisLayer } from './bars.ts';
import { horizontalFrame, specOf } from './frame.ts';
import {
  gridLine,
  labelOnArea,
  type SegmentItem,
  type ShapeItem,
  segmentLayers,
  shapeLayer,
  type TextItem,
  textLayers,
} from './layers.ts';
import { markOf } from './marks.ts';
import { ruleHeight, ruleLayers } from './rule.ts';
import type { SpecBuilder } from './spec-builder.ts';

const GAP = 7.5;
const LARGE = 1.5;
/** Between a label and the rule. */
const CLEAR = 1;

export const dot: SpecBuilder<DotChart> = (chart, widthMm, style) => {
  const points = chart.series.flatMap((s) => s.points);
  const values = knownValues(chart.series);
  const longest = Math.max(0, ...points.map((p) => style.measure(p.label)));
  const several = chart.series.length > 1;
  // The latest is filled, as in a range: what was before is hollow.
  const look = (s: number, series: ChartSeries) => large(markOf(chart.series.length - 1 - s, series, style));
  const frame = horizontalFrame(chart, widthMm, style, {
    legend: several ? chart.series.map((s, i) => ({ name: s.name, mark: look(i, s) })) : [],
    values: chart.rule ? [...values, chart.rule.value] : values,
    left: several ? longest + GAP : GAP,
    right: longest + 2 * GAP,
    above: ruleHeight(chart.rule, style),
  });
  const rules = chart.rule ? [frame.position(chart.rule.value)] : [];
  const segments: SegmentItem[] = [];
  const shapes: ShapeItem[] = [];
  const plates: ShapeItem[] = [];
  const texts: TextItem[] = [];
  for (const i of chart.categories.keys()) {
    const y = frame.centre(i);
    const own = chart.series
      .flatMap((series, s) => {
        const point = series.points[i];
        return point && point.value !== null
          ? [{ x: frame.position(point.value), label: point.label, mark: look(s, series) }]
          : [];
      })
      .sort((a, b) => a.x - b.x);
    segments.push(gridLine({ x: 0, y }, { x: frame.plot.width, y }, style));
    const [first, last] = [own[0], own.at(-1)];
    // Between the least and the most of a category, so that the eye sees the distance.
    if (several && first && last) {
      const look = { stroke: style.ink, strokeWidth: style.stroke.outline, dash: [] };
      segments.push({ x: first.x, x2: last.x, y, y2: y, ...look });
    }
    shapes.push(...own.map(({ x, mark }) => ({ ...mark, x, y })));
    for (const { x, label } of own) {
      // Only the outermost have room beside them.
      const side = several && x === first?.x && x !== last?.x ? 'left' : x === last?.x ? 'right' : undefined;
      if (!label || !side) continue;
      const width = style.measure(label);
      const middle = side === 'right' ? x + GAP + width / 2 : x - GAP - width / 2;
      // Where the rule would run through a label it is broken: beyond it the value would seem to lie there, too.
      const crossed = rules.some((at) => Math.abs(at - middle) < width / 2 + CLEAR);
      const { plates: ground, text } = labelOnArea(
        { x: middle, y, text: label },
        { colour: style.ink, plate: crossed },
        style,
      );
      plates.push(...ground);
      texts.push(text);
    }
  }
  return specOf(
    frame,
    [
      axisLayer(frame, 'lying', chart.valueAxis.title),
      ...segmentLayers(segments),
      ...ruleLayers(chart.rule, frame, style),
      ...shapeLayer(plates),
      ...shapeLayer(shapes),
      ...textLayers(texts, style),
    ],
    style,
  );
};

const large = <M extends { area: number }>(mark: M): M => ({ ...mark, area: mark.area * LARGE });
