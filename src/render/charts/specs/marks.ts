/** How lines and marks of several series are told apart without colour. */
import type { ChartSeries } from '../../../model/document/chart.ts';
import { type ChartStyle, WHITE } from '../style.ts';
import type { SegmentItem, ShapeItem } from './layers.ts';

const DASHES = [[], [6, 2], [2, 2], [8, 2, 2, 2], [4, 4], [10, 3]];
const MARKERS = ['circle', 'square', 'triangle-up', 'diamond', 'cross', 'triangle-down'];
const MARKER_AREA = 34;

/** `nth` series of the chart. */
export const dashOf = (nth: number): number[] => DASHES[nth % DASHES.length] ?? [];

/** The mark of the `nth` series, to be put at a place. */
export function markOf(nth: number, series: ChartSeries, style: ChartStyle): Omit<ShapeItem, 'x' | 'y'> {
  const colour = style.line(series.tone);
  return {
    shape: MARKERS[nth % MARKERS.length] ?? 'circle',
    area: MARKER_AREA,
    // Every other marker is hollow: one more difference that survives a copy.
    fill: nth % 2 === 0 ? colour : WHITE,
    stroke: colour,
    strokeWidth: 1,
  };
}

/** Lines between neighbours; a null leaves a gap. */
export function polyline(
  points: readonly ({ x: number; y: number } | null)[],
  look: Pick<SegmentItem, 'stroke' | 'strokeWidth' | 'dash'>,
): SegmentItem[] {
  return points.slice(1).flatMap((point, i) => {
    const before = points[i];
    return point && before ? [{ x: before.x, y: before.y, x2: point.x, y2: point.y, ...look }] : [];
  });
}
