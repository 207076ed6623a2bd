/** Legend above the plot, in as few rows as its real width needs. */
import type { ChartSeries, Tone } from '../../../model/document/chart.ts';
import type { ChartStyle } from '../style.ts';
import { hatching } from './hatch.ts';
import type { Layer, ShapeItem, TextItem } from './layers.ts';
import { shapeLayer, textLayers } from './layers.ts';

export interface LegendEntry {
  name: string;
  /** Of an area: its tone, for the hatching over the mark. */
  tone?: Tone;
  mark: Pick<ShapeItem, 'shape' | 'area' | 'fill' | 'stroke' | 'strokeWidth'>;
}

const SWATCH_WIDTH = 14;
const SWATCH_HEIGHT = 8;
const SWATCH_GAP = 4;
const ENTRY_GAP = 12;
export const LEGEND_ROW = 14;

/** Entry of a series shown as areas. */
export function areaEntry({ name, tone }: ChartSeries, style: ChartStyle): LegendEntry {
  const half = SWATCH_HEIGHT / SWATCH_WIDTH;
  const shape = `M-1,${-half}H1V${half}H-1Z`;
  const outline = { stroke: style.ink, strokeWidth: style.stroke.outline };
  return {
    name,
    tone,
    mark: { shape, area: SWATCH_WIDTH * SWATCH_WIDTH, fill: style.fill(tone), ...outline },
  };
}

/** Entries in rows of equal columns, as few rows as fit into `width`. */
export function legendRows(
  entries: readonly LegendEntry[],
  width: number,
  style: ChartStyle,
): LegendEntry[][] {
  if (entries.length === 0) return [];
  const entryWidth = Math.max(...entries.map((e) => widthOf(e, style))) + ENTRY_GAP;
  const total = entries.reduce((sum, e) => sum + widthOf(e, style) + ENTRY_GAP, -ENTRY_GAP);
  if (total <= width) return [[...entries]];
  const fitting = Math.max(1, Math.floor((width + ENTRY_GAP) / entryWidth));
  const rows = Math.ceil(entries.length / fitting);
  const perRow = Math.ceil(entries.length / rows);
  return Array.from({ length: rows }, (_, r) => entries.slice(r * perRow, (r + 1) * perRow));
}

/** In: rows, left edge and top of the legend relative to the plot. */
export function legendLayers(rows: LegendEntry[][], left: number, top: number, style: ChartStyle): Layer[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const columnWidth = Array.from({ length: columns }, (_, c) =>
    Math.max(...rows.map((row) => (row[c] ? widthOf(row[c], style) : 0))),
  );
  const shapes: ShapeItem[] = [];
  const texts: TextItem[] = [];
  for (const [r, row] of rows.entries()) {
    let x = left;
    const y = top + (r + 0.5) * LEGEND_ROW;
    for (const [c, entry] of row.entries()) {
      shapes.push({ ...entry.mark, x: x + SWATCH_WIDTH / 2, y });
      const [top, bottom] = [y - SWATCH_HEIGHT / 2, y + SWATCH_HEIGHT / 2];
      if (entry.tone)
        shapes.push(...hatching({ left: x, top, right: x + SWATCH_WIDTH, bottom }, entry.tone, style));
      texts.push({ x: x + SWATCH_WIDTH + SWATCH_GAP, y, text: entry.name, align: 'left', colour: style.ink });
      x += (columnWidth[c] ?? 0) + ENTRY_GAP;
    }
  }
  return [...shapeLayer(shapes), ...textLayers(texts, style)];
}

export function widthOf(entry: LegendEntry, style: ChartStyle): number {
  return SWATCH_WIDTH + SWATCH_GAP + style.measure(entry.name);
}
