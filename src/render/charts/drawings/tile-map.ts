/** A square for each place; no map, for that needs a 审图号. */
import { knownValues, shadeOf } from '../../../model/document/chart.ts';
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
/** Wider than high reads better, as names and values are. */
const RATIO = 1.55;

export const tileMap: Draw<'tileMap'> = (chart, widthMm, style) => {
  const { width, height } = sizeOf(chart, widthMm);
  const legend = rampLegend(chart.valueAxis.title, width, style);
  const columns = 1 + Math.max(0, ...chart.tiles.map(([column]) => column));
  const rows = 1 + Math.max(0, ...chart.tiles.map(([, row]) => row));
  const top = MARGIN + lineHeight(style) + 2 * GAP;
  const room = { width: width - 2 * MARGIN, height: height - top - 2 * GAP };
  const tileHeight = Math.min(room.height / rows, room.width / columns / RATIO);
  const tileWidth = tileHeight * RATIO;
  const left = (width - columns * tileWidth) / 2;
  const points = chart.series[0]?.points ?? [];
  const all = knownValues(chart.series.slice(0, 1));
  const boxes: Box[] = [];
  const words: Word[] = [];
  for (const [i, name] of chart.categories.entries()) {
    const [column = 0, row = 0] = chart.tiles[i] ?? [];
    const point = points[i];
    const tone = point?.value == null ? 'shade1' : shadeOf(point.value, all);
    const box = {
      left: left + column * tileWidth + GAP / 2,
      right: left + (column + 1) * tileWidth - GAP / 2,
      top: top + row * tileHeight + GAP / 2,
      bottom: top + (row + 1) * tileHeight - GAP / 2,
      tone,
    };
    boxes.push(box);
    const value = point?.value == null ? (point?.absent ?? '—') : point.label;
    const lines = [...wrap(name, tileWidth - 2 * GAP, style.measure), ...(value ? [value] : [])];
    const centre = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    words.push(...stacked(lines, centre, tone, style));
  }
  return { width, height, bands: [], boxes: [...legend.boxes, ...boxes], words: [...legend.words, ...words] };
};
