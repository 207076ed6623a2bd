/**
 * Where the plot of a native chart lies. Left to themselves, Word and LibreOffice give half of a low chart to the legend
 * and the axis titles, and then leave out category names for want of room.
 */
import type { Chart } from '../../../model/document/chart.ts';
import { MM_PER_POINT } from '../../layout/units.ts';
import { categoryRows } from './categories.ts';
import { endsNamed, endText, LEADER_MM, slopeText } from './ends.ts';

/** Longest category name that is given its full width, mm. */
const MOST_LABEL_MM = 48;

/** Parts of a chart around its plot, in mm. */
interface Margins {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** The inner plot, mm from the upper left corner of the chart. `size`: of the chart's text, in points. */
export function plotBox(chart: Chart, widthMm: number, size: number) {
  const { top, right, bottom, left } = margins(chart, widthMm, size * MM_PER_POINT);
  const [width, height] = [widthMm - left - right, chart.heightMm - top - bottom];
  return { left, top, width: Math.max(0, width), height: Math.max(0, height) };
}

/**
 * Every how many categories are named: all of them, for Word leaves out every other one on a low chart unless told so, but
 * numbers, which can't be broken, only as many as have room.
 */
export function labelSkip(chart: Chart, widthMm: number, size: number): number {
  if (LYING.includes(chart.kind) || chart.categories.some((name) => /[^\d.-]/.test(name))) return 1;
  const room = plotBox(chart, widthMm, size).width / Math.max(1, chart.categories.length);
  return Math.max(1, Math.ceil((widest(chart.categories, size * MM_PER_POINT) + 1) / Math.max(1, room)));
}

/** XML for c:plotArea: the inner plot as shares of the chart's box. */
export function plotArea(chart: Chart, widthMm: number, size: number): string {
  const { left, top, width, height } = plotBox(chart, widthMm, size);
  const share = (part: number): string => Math.min(1, Math.max(0, part)).toFixed(4);
  const box = {
    x: share(left / widthMm),
    y: share(top / chart.heightMm),
    w: share(width / widthMm),
    h: share(height / chart.heightMm),
  };
  const modes = '<c:xMode val="edge"/><c:yMode val="edge"/>';
  const values = Object.entries(box).map(([name, value]) => `<c:${name} val="${value}"/>`);
  return `<c:layout><c:manualLayout><c:layoutTarget val="inner"/>${modes}${values.join('')}</c:manualLayout></c:layout>`;
}

/** Room for the sign of a series in the legend and the gap after its name, in em: lines show a piece of themselves. */
const KEY = 3;
/** Entries stand below each other in columns of one width, in this share of the chart's. */
const LEGEND_SHARE = 0.85;

const LYING: readonly Chart['kind'][] = ['bar', 'stackedBar', 'range', 'bullet'];

/** What Word lists above the plot; more than one, or there is no legend. */
function legendNames(chart: Chart): string[] {
  if (chart.kind === 'slope' || chart.kind === 'scatter' || endsNamed(chart)) return [];
  const names = chart.series.map((series) => series.name);
  if (chart.kind === 'waterfall') return [...names, '增加', '减少'];
  if (chart.kind === 'combo') return [...names, ...chart.lines.map((series) => series.name)];
  return names;
}

function margins(chart: Chart, widthMm: number, emMm: number): Margins {
  const lying = LYING.includes(chart.kind);
  const named = legendNames(chart);
  const columnMm = widest(named, emMm) + KEY * emMm;
  const columns = Math.max(1, Math.floor((LEGEND_SHARE * widthMm) / columnMm));
  const legendRows = named.length > 1 ? Math.ceil(named.length / columns) : 0;
  const labels = widest(chart.categories, emMm);
  const title = chart.valueAxis.title === '' ? 0 : 2 * emMm;
  // Beside the ends of lines, from the mark to the edge of the chart.
  const beside = (names: string[]): number => widest(names, emMm) + LEADER_MM + 1.5 * emMm;
  const slopes = (side: number): number => beside(chart.series.map((series) => slopeText(series, side)));
  return {
    top: (1 + 1.6 * legendRows) * emMm,
    right:
      chart.kind === 'slope'
        ? slopes(1)
        : endsNamed(chart)
          ? beside(chart.series.map(endText))
          : (chart.kind === 'combo' ? 4.5 : 2.5) * emMm,
    bottom: (0.8 + 1.6 * categoryRows(chart)) * emMm + (lying || chart.kind === 'scatter' ? title : 0),
    left:
      chart.kind === 'slope'
        ? slopes(0)
        : lying
          ? Math.min(labels, MOST_LABEL_MM) + 2 * emMm
          : 4 * emMm + title,
  };
}

const widest = (texts: readonly string[], emMm: number): number =>
  Math.max(0, ...texts.map((text) => textMm(text, emMm)));

/** A Chinese character is one em wide, a Latin one about half. */
export function textMm(text: string, emMm: number): number {
  return [...text].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) < 0x2000 ? 0.55 : 1), 0) * emMm;
}
