/** Columns that begin where the one before ended; totals stand on the ground. */
import type { WaterfallChart } from '../../../model/document/chart.ts';
import { waterfallSteps } from '../waterfall-steps.ts';
import { type BarItem, barLayers, baseline } from './bars.ts';
import { specOf, verticalFrame } from './frame.ts';
import { type SegmentItem, segmentLayers, type TextItem, textLayers } from './layers.ts';
import type { SpecBuilder } from './spec-builder.ts';

const FILLED = 0.62;
const WIDEST = 52;

export const waterfall: SpecBuilder<WaterfallChart> = (chart, widthMm, style) => {
  const steps = waterfallSteps(chart);
  const frame = verticalFrame(chart, widthMm, style, {
    placing: 'bands',
    legend: [],
    values: steps.flatMap(({ from, to }) => [from, to]),
    right: 2,
    above: style.size,
  });
  const half = Math.min(WIDEST, frame.step * FILLED) / 2;
  const bars: BarItem[] = [];
  const segments: SegmentItem[] = [];
  const texts: TextItem[] = [];
  for (const [k, { category, from, to, tone, label }] of steps.entries()) {
    const x = frame.centre(category);
    bars.push({ from, to, start: x - half, end: x + half, tone });
    const next = steps[k + 1];
    const y = frame.position(to);
    if (next)
      segments.push({
        x: x + half,
        x2: frame.centre(next.category) - half,
        y,
        y2: y,
        stroke: style.ink,
        strokeWidth: style.stroke.outline,
        dash: [2, 2],
      });
    const above = frame.position(Math.max(from, to)) - style.size * 0.7;
    if (label) texts.push({ x, y: above, text: label, align: 'center', colour: style.ink });
  }
  return specOf(
    frame,
    [
      ...barLayers(bars, frame, style, 'upright', chart.valueAxis.title),
      ...segmentLayers([...segments, baseline(frame, style, 'upright')]),
      ...textLayers(texts, style),
    ],
    style,
  );
};
