/**
 * Where the plot of a native chart lies. Left to themselves, Word and LibreOffice give half of a low chart to the legend
 * and the axis titles, and then leave out category names for want of room.
 */
import type { Chart } from '../../../model/chart.ts';
import { MM_PER_POINT } from '../../units.ts';

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

/** Room for the sign of a series in the legend and the gap after its name, in em: lines show a piece of themselves. */
const KEY = 3;
const LINE_KEY = 5;
/** Entries stand below each other in columns of one width, in this share of the chart's. */
const LEGEND_SHARE = 0.85;

const LYING: readonly Chart['kind'][] = ['bar', 'stackedBar', 'range', 'bullet'];

/** What Word lists above the plot; more than one, or there is no legend. */
function legendNames(chart: Chart): string[] {
  if (chart.kind === 'slope' || chart.kind === 'scatter') return [];
  const names = chart.series.map((series) => series.name);
  if (chart.kind === 'waterfall') return [...names, '增加', '减少'];
  if (chart.kind === 'combo') return [...names, ...chart.lines.map((series) => series.name)];
  return names;
}

function margins(chart: Chart, widthMm: number, emMm: number): Margins {
  const lying = LYING.includes(chart.kind);
  const named = legendNames(chart);
  const key = chart.kind === 'line' ? LINE_KEY : KEY;
  const columnMm = Math.max(0, ...named.map((name) => textMm(name, emMm))) + key * emMm;
  const columns = Math.max(1, Math.floor((LEGEND_SHARE * widthMm) / columnMm));
  const legendRows = named.length > 1 ? Math.ceil(named.length / columns) : 0;
  const labels = Math.max(0, ...chart.categories.map((name) => textMm(name, emMm)));
  const title = chart.valueAxis.title === '' ? 0 : 2 * emMm;
  return {
    top: (1 + 1.6 * legendRows) * emMm,
    right: (chart.kind === 'combo' ? 4.5 : chart.kind === 'slope' ? 9 : 2.5) * emMm,
    bottom: 2.4 * emMm + (lying || chart.kind === 'scatter' ? title : 0),
    left:
      chart.kind === 'slope'
        ? 10 * emMm
        : lying
          ? Math.min(labels, MOST_LABEL_MM) + 2 * emMm
          : 4 * emMm + title,
  };
}

/** A Chinese character is one em wide, a Latin one about half. */
function textMm(text: string, emMm: number): number {
  return [...text].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) < 0x2000 ? 0.55 : 1), 0) * emMm;
}
