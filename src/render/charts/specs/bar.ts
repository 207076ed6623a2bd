/** Lying bars side by side, each with its value at the end. */
import { type BarChart, knownValues } from '../../../model/document/chart.ts';
import { clearOf } from '../spread.ts';
import { barLayers, baseline, sideBySide } from './bars.ts';
import { horizontalFrame, specOf } from './frame.ts';
import { segmentLayers, type TextItem, textLayers } from './layers.ts';
import { areaEntry } from './legend.ts';
import { ruleHeight, ruleLayers } from './rule.ts';
import type { SpecBuilder } from './spec-builder.ts';

/** Share of a category's room that its bars fill. */
const FILLED = 0.72;
const LABEL_GAP = 3;

export const bar: SpecBuilder<BarChart> = (chart, widthMm, style) => {
  const points = chart.series.flatMap((s) => s.points);
  const values = knownValues(chart.series);
  const frame = horizontalFrame(chart, widthMm, style, {
    legend: chart.series.length > 1 ? chart.series.map((s) => areaEntry(s, style)) : [],
    values: chart.rule ? [...values, chart.rule.value] : values,
    right: Math.max(0, ...points.map((p) => style.measure(p.label))) + 2 * LABEL_GAP,
    above: ruleHeight(chart.rule, style),
  });
  const thickness = (frame.step * FILLED) / Math.max(1, chart.series.length);
  const obstacles = chart.rule ? [frame.position(chart.rule.value)] : [];
  const bars = sideBySide(chart.series, frame, thickness);
  const labels = bars
    .filter(({ label }) => label !== '')
    .map(({ bar: { start, to }, label }): TextItem => {
      const end = frame.position(Math.max(0, to)) + LABEL_GAP;
      const x = clearOf(end, style.measure(label), obstacles, LABEL_GAP);
      return { x, y: start + thickness / 2, text: label, align: 'left', colour: style.ink };
    });
  return specOf(
    frame,
    [
      ...barLayers(
        bars.map((one) => one.bar),
        frame,
        style,
        'lying',
        chart.valueAxis.title,
      ),
      ...segmentLayers([baseline(frame, style, 'lying')]),
      ...ruleLayers(chart.rule, frame, style),
      ...textLayers(labels, style),
    ],
    style,
  );
};
