/** Bars of what was reached against a black tick for what was expected. */
import { type BulletChart, knownValues } from '../../../model/document/chart.ts';
import { clearOf } from '../spread.ts';
import { type ChartStyle, WHITE } from '../style.ts';
import { barLayers, baseline } from './bars.ts';
import { horizontalFrame, specOf } from './frame.ts';
import { type SegmentItem, segmentLayers, type TextItem, textLayers } from './layers.ts';
import { areaEntry, type LegendEntry } from './legend.ts';
import type { SpecBuilder } from './spec-builder.ts';

const FILLED = 0.56;
const TICK_WIDTH = 2;
const LABEL_GAP = 4;

export const bullet: SpecBuilder<BulletChart> = (chart, widthMm, style) => {
  const [reached, expected] = chart.series;
  const points = chart.series.flatMap((s) => s.points);
  const frame = horizontalFrame(chart, widthMm, style, {
    legend: [
      ...(reached ? [areaEntry(reached, style)] : []),
      ...(expected ? [{ name: expected.name, mark: tick(style) }] : []),
    ],
    values: knownValues(chart.series),
    right: Math.max(0, ...points.map((p) => style.measure(p.label))) + 2 * LABEL_GAP,
    above: 0,
  });
  const half = (frame.step * FILLED) / 2;
  const ticks: SegmentItem[] = [];
  const labels: TextItem[] = [];
  const bars = (reached?.points ?? []).flatMap((point, i) => {
    const y = frame.centre(i);
    const mark = expected?.points[i]?.value ?? null;
    const at = mark === null ? [] : [frame.position(mark)];
    for (const x of at) {
      // White edges keep the tick visible on a dark bar.
      const edge = { x, x2: x, y: y - half * 1.35, y2: y + half * 1.35, dash: [] };
      ticks.push({ ...edge, stroke: WHITE, strokeWidth: TICK_WIDTH + 1.6 });
      ticks.push({ ...edge, stroke: style.ink, strokeWidth: TICK_WIDTH });
    }
    if (point.value === null || !reached) return [];
    const end = frame.position(Math.max(0, point.value)) + LABEL_GAP;
    const x = clearOf(end, style.measure(point.label), at, LABEL_GAP);
    if (point.label) labels.push({ x, y, text: point.label, align: 'left', colour: style.ink });
    return [{ from: 0, to: point.value, start: y - half, end: y + half, tone: reached.tone }];
  });
  return specOf(
    frame,
    [
      ...barLayers(bars, frame, style, 'lying', chart.valueAxis.title),
      ...segmentLayers([baseline(frame, style, 'lying'), ...ticks]),
      ...textLayers(labels, style),
    ],
    style,
  );
};

function tick(style: ChartStyle): LegendEntry['mark'] {
  return { shape: 'M0,-1V1', area: 121, fill: 'none', stroke: style.ink, strokeWidth: TICK_WIDTH };
}
