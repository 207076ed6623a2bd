/** Lying bars on top of each other, values printed on them. */
import type { StackedBarChart } from '../../../model/document/chart.ts';
import { barLayers, baseline } from './bars.ts';
import { horizontalFrame, specOf } from './frame.ts';
import { labelOnArea, segmentLayers, shapeLayer, textLayers } from './layers.ts';
import { areaEntry } from './legend.ts';
import type { SpecBuilder } from './spec-builder.ts';
import { stack } from './stack.ts';

/** Shares of a row's room: of a bar, and at most of one that would be lower than the values on it. */
const FILLED = 0.7;
const MOST_FILLED = 0.85;

export const stackedBar: SpecBuilder<StackedBarChart> = (chart, widthMm, style) => {
  const parts = stack(chart.series, chart.categories.length, chart.share);
  const frame = horizontalFrame(chart, widthMm, style, {
    legend: chart.series.map((s) => areaEntry(s, style)),
    values: parts.map((p) => p.to),
    right: 0,
    above: 0,
  });
  const readable = style.size + 2 * style.stroke.outline;
  const thickness = Math.min(frame.step * MOST_FILLED, Math.max(frame.step * FILLED, readable));
  const bars = parts.map((part) => ({
    ...part,
    start: frame.centre(part.category) - thickness / 2,
    end: frame.centre(part.category) + thickness / 2,
  }));
  // A value that does not fit onto its part is left out rather than printed over the neighbour's.
  const labels = parts
    .filter(
      (p) => p.label && style.measure(p.label) + 2 <= Math.abs(frame.position(p.to) - frame.position(p.from)),
    )
    .map((p) =>
      labelOnArea(
        { x: frame.position((p.from + p.to) / 2), y: frame.centre(p.category), text: p.label },
        style.textOn(p.tone),
        style,
        thickness - 2 * style.stroke.outline,
      ),
    );
  return specOf(
    frame,
    [
      ...barLayers(bars, frame, style, 'lying', chart.valueAxis.title),
      ...segmentLayers([baseline(frame, style, 'lying')]),
      ...shapeLayer(labels.flatMap((l) => l.plates)),
      ...textLayers(
        labels.map((l) => l.text),
        style,
      ),
    ],
    style,
  );
};
