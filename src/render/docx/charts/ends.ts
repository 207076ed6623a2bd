/** Names at the ends of lines, as in the PDF: near ones are spread, which keeps their order. */
import type { Chart, ChartSeries } from '../../../model/document/chart.ts';
import { spread } from '../../charts/spread.ts';
import type { PlacedLabel } from '../placed-labels.ts';
import { categoryRows } from './categories.ts';

/** From a line's end to its name, mm. */
export const LEADER_MM = 3;
/** Height of a label's line, em. */
const LINE = 1.2;

/** One line alone is named by the caption; of several each bears its name, and a legend would only say it again. */
export const endsNamed = (chart: Chart): boolean => chart.kind === 'line' && chart.series.length > 1;

/**
 * Whether lines begin and end at the edges of the plot, beside which the names stand. One moment alone is in the middle, and
 * quarters of years in the middle of their fields.
 */
export const edgeToEdge = (chart: Chart): boolean =>
  chart.kind === 'slope' || (endsNamed(chart) && chart.categories.length > 1 && categoryRows(chart) === 1);

/** Share of the plot's width at which a category stands. */
export const along = (chart: Chart, category: number): number => {
  const count = chart.categories.length;
  return edgeToEdge(chart) ? category / (count - 1) : (category + 0.5) / count;
};

/** Where a line ends; -1 where it has no value at all. */
export const lastOf = (series: ChartSeries): number =>
  series.points.findLastIndex(({ value }) => value !== null);

/** What stands at the end of a line. */
export const endText = (series: ChartSeries): string =>
  [series.name, series.points[lastOf(series)]?.label].filter(Boolean).join(' ');

/** What stands on a side of a slope: the number next to the line. */
export function slopeText({ name, points }: ChartSeries, side: number): string {
  const label = points[side]?.label;
  return (side === 0 ? [name, label] : [label, name]).filter(Boolean).join(' ');
}

/** End of a line, mm from the upper left corner of the plot. */
export interface End {
  series: number;
  point: number;
  x: number;
  y: number;
}

/** In: the ends on one side of the plot, sizes in mm. Out: their labels in one column, none over another. */
export function endColumn(
  ends: readonly End[],
  side: 'left' | 'right',
  sizes: { em: number; plot: { width: number; height: number }; width: number; height: number },
): PlacedLabel[] {
  const { em, plot, width, height } = sizes;
  const places = spread(
    ends.map(({ y }) => y),
    LINE * em,
    0,
    plot.height - (LINE * em) / 2,
  );
  const column = side === 'left' ? -LEADER_MM : plot.width + LEADER_MM;
  return ends.map(({ series, point, x, y }, i) => ({
    series,
    point,
    dx: (column - x) / width,
    dy: ((places[i] ?? y) - y) / height,
  }));
}
