/** Names down the left, columns over the top, the value in every cell, the cell the darker the greater. */
import { type HeatChart, knownValues, shadeOf } from '../../../model/document/chart.ts';
import { wrap } from '../wrap.ts';
import {
  type Box,
  type Draw,
  lineHeight,
  MARGIN,
  rampLegend,
  sizeOf,
  stacked,
  type Word,
} from './drawing.ts';

const GAP = 4;
const NAME_SHARE = 0.3;

/** Values that a cell is compared with. */
export function compared(chart: HeatChart, column: number): number[] {
  return knownValues(chart.scale === 'all' ? chart.series : chart.series.slice(column, column + 1));
}

export const heat: Draw<'heat'> = (chart, widthMm, style) => {
  const { width, height } = sizeOf(chart, widthMm);
  const legend = rampLegend(chart.valueAxis.title, width, style);
  const names = chart.categories.map((name) => wrap(name, width * NAME_SHARE, style.measure));
  const left = MARGIN + Math.max(0, ...names.flat().map(style.measure)) + GAP;
  const cellWidth = (width - MARGIN - left) / Math.max(1, chart.series.length);
  const heads = chart.series.map(({ name, unit }) => [
    ...wrap(name, cellWidth - GAP, style.measure),
    ...(unit ? [`（${unit}）`] : []),
  ]);
  const headHeight = lineHeight(style) * Math.max(1, ...heads.map((lines) => lines.length)) + GAP;
  const top = MARGIN + lineHeight(style) + GAP + headHeight;
  const cellHeight = (height - MARGIN - top) / Math.max(1, chart.categories.length);
  const boxes: Box[] = [];
  const words: Word[] = names.flatMap((lines, row) =>
    stacked(lines, { x: left - GAP, y: top + (row + 0.5) * cellHeight }, null, style, 'right'),
  );
  for (const [column, { points }] of chart.series.entries()) {
    const x = left + (column + 0.5) * cellWidth;
    words.push(...stacked(heads[column] ?? [], { x, y: top - headHeight / 2 - GAP / 2 }, null, style));
    const all = compared(chart, column);
    for (const row of chart.categories.keys()) {
      const point = points[row];
      const tone = point?.value == null ? 'shade1' : shadeOf(point.value, all);
      const y = top + row * cellHeight;
      boxes.push({ left: x - cellWidth / 2, right: x + cellWidth / 2, top: y, bottom: y + cellHeight, tone });
      const text = point?.value == null ? (point?.absent ?? '—') : point.label || String(point.value);
      words.push({ x, y: y + cellHeight / 2, text, align: 'center', on: tone });
    }
  }
  return { width, height, bands: [], boxes: [...legend.boxes, ...boxes], words: [...legend.words, ...words] };
};
