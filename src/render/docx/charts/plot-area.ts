/**
 * Where the plot of a native chart lies. Left to themselves, Word and LibreOffice give half of a low chart to the legend
 * and the axis titles, and then leave out category names for want of room.
 */
import type { Chart } from '../../../model/chart.ts';

const MM_PER_POINT = 25.4 / 72;
/** Longest category name that is given its full width, mm. */
const MOST_LABEL_MM = 48;

/** Parts of a chart around its plot, in mm. */
interface Margins {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** XML for c:plotArea: the inner plot as shares of the chart's box. `size`: of the chart's text, in points. */
export function plotArea(chart: Chart, widthMm: number, size: number): string {
  const { top, right, bottom, left } = margins(chart, widthMm, size * MM_PER_POINT);
  const share = (part: number): string => Math.min(1, Math.max(0, part)).toFixed(4);
  const box = {
    x: share(left / widthMm),
    y: share(top / chart.heightMm),
    w: share((widthMm - left - right) / widthMm),
    h: share((chart.heightMm - top - bottom) / chart.heightMm),
  };
  const modes = '<c:xMode val="edge"/><c:yMode val="edge"/>';
  const values = Object.entries(box).map(([name, value]) => `<c:${name} val="${value}"/>`);
  return `<c:layout><c:manualLayout><c:layoutTarget val="inner"/>${modes}${values.join('')}</c:manualLayout></c:layout>`;
}

function margins(chart: Chart, widthMm: number, emMm: number): Margins {
  const lying = chart.kind !== 'column' && chart.kind !== 'line';
  const legendMm = chart.series.reduce((sum, series) => sum + textMm(series.name, emMm) + 3 * emMm, 0);
  const legendRows = chart.series.length > 1 ? Math.ceil(legendMm / (0.85 * widthMm)) : 0;
  const labels = Math.max(0, ...chart.categories.map((name) => textMm(name, emMm)));
  const title = chart.valueAxis.title === '' ? 0 : 2 * emMm;
  return {
    top: (1 + 1.6 * legendRows) * emMm,
    right: 2.5 * emMm,
    bottom: 2.4 * emMm + (lying ? title : 0),
    left: lying ? Math.min(labels, MOST_LABEL_MM) + 2 * emMm : 4 * emMm + title,
  };
}

/** A Chinese character is one em wide, a Latin one about half. */
function textMm(text: string, emMm: number): number {
  return [...text].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) < 0x2000 ? 0.55 : 1), 0) * emMm;
}
