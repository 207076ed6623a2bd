/** A chart as inline SVG. The only file that knows Vega. */
import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import type { Chart } from '../../model/document/chart.ts';
import type { Theme } from '../../model/document/theme.ts';
import type { FontSet } from '../fonts/face.ts';
import { specFor } from './specs/index.ts';
import { type ChartStyle, chartStyle, millimetres } from './style.ts';

/**
 * In: the chart, and the width of the drawing in millimetres (its height is the chart's own). Out: one `<svg>` element
 * whose text stays text in the face of the theme's chart role; the page must hold the fonts. It contains no ids, so any
 * number of charts can stand on one page.
 */
export async function renderChart(
  chart: Chart,
  theme: Theme,
  widthMm: number,
  fonts: FontSet,
): Promise<string> {
  const style = chartStyle(theme, fonts);
  const spec = compile(specFor(chart, widthMm, style)).spec;
  const view = new View(parse(spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  return finish(svg, style, widthMm, chart.heightMm);
}

/** Gives Vega's SVG its size in print, and its one face, and takes out what only a screen would need. */
function finish(svg: string, style: ChartStyle, widthMm: number, heightMm: number): string {
  const body = svg.slice(svg.indexOf('>') + 1);
  const box = [millimetres(widthMm), millimetres(heightMm)].map((n) => n.toFixed(2)).join(' ');
  const clean = body
    .replaceAll(/ (?:pointer-events|class|font-family|font-weight)="[^"]*"/g, '')
    .replaceAll(/<path(?: [^>]*)? display="none"(?:\/>|><\/path>)/g, '')
    .replaceAll(/\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100));
  const size = `width="${widthMm}mm" height="${heightMm}mm" viewBox="0 0 ${box}"`;
  const font = `font-family="${style.family}" font-weight="${style.weight}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" ${size} ${font}>${clean}`;
}
