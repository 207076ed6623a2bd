/** Groups as large areas, their pieces within; what is too small for its words is named below. */
import type { Tone, TreemapChart } from '../../../model/document/chart.ts';
import type { Area } from '../area.ts';
import type { ChartStyle } from '../style.ts';
import { wrap } from '../wrap.ts';
import {
  type Box,
  type Draw,
  type Drawing,
  lineHeight,
  MARGIN,
  sizeOf,
  stacked,
  type Word,
} from './drawing.ts';
import { squarify } from './squarify.ts';

const PAD = 3;

interface Piece {
  name: string;
  value: number;
  label: string;
  tone: Tone;
}

export const treemap: Draw<'treemap'> = (chart, widthMm, style) => {
  const { width, height } = sizeOf(chart, widthMm);
  const head = headOf(chart, style);
  const top = MARGIN + lineHeight(style) + PAD;
  const draw = (bottom: number) => pieced(chart, { left: MARGIN, top, right: width - MARGIN, bottom }, style);
  let drawn = draw(height - MARGIN);
  const below = (): string[] =>
    drawn.small.length > 0
      ? wrap(
          `未标名称的：${drawn.small.map((p) => `${p.name} ${p.label}`).join('；')}`,
          width - 2 * MARGIN,
          style.measure,
        )
      : [];
  const lines = below().length;
  if (lines > 0) drawn = draw(height - MARGIN - PAD - lines * lineHeight(style));
  const notes = below().map(
    (text, i, all): Word => ({
      x: MARGIN,
      y: height - MARGIN - (all.length - i - 0.5) * lineHeight(style),
      text,
      align: 'left',
      on: null,
    }),
  );
  return {
    width,
    height,
    bands: [],
    boxes: [...head.boxes, ...drawn.boxes],
    words: [...head.words, ...drawn.words, ...notes],
  };
};

/** Unit and groups above the areas. */
function headOf(chart: TreemapChart, style: ChartStyle): Pick<Drawing, 'boxes' | 'words'> {
  const y = MARGIN + lineHeight(style) / 2;
  const words: Word[] = [];
  const boxes: Box[] = [];
  let x = MARGIN;
  if (chart.valueAxis.title) {
    words.push({ x, y, text: chart.valueAxis.title, align: 'left', on: null });
    x += style.measure(chart.valueAxis.title) + 16;
  }
  if (chart.series.length > 1)
    for (const { name, tone } of chart.series) {
      boxes.push({ left: x, right: x + 14, top: y - 4, bottom: y + 4, tone });
      words.push({ x: x + 18, y, text: name, align: 'left', on: null });
      x += 18 + style.measure(name) + 12;
    }
  return { boxes, words };
}

function pieced(chart: TreemapChart, room: Area, style: ChartStyle) {
  const groups = chart.series
    .map(({ tone, points }) =>
      chart.categories
        .flatMap((name, i): Piece[] => {
          const { value, label } = points[i] ?? { value: null, label: '' };
          return value !== null && value > 0 ? [{ name, value, label: label || String(value), tone }] : [];
        })
        .sort((a, b) => b.value - a.value),
    )
    .map((pieces) => ({ pieces, total: pieces.reduce((sum, p) => sum + p.value, 0) }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total);
  const boxes: Box[] = [];
  const words: Word[] = [];
  const small: Piece[] = [];
  const rooms = squarify(
    groups.map(({ total }) => total),
    room,
  );
  for (const [g, { pieces }] of groups.entries()) {
    const own = rooms[g] ?? room;
    const areas = squarify(
      pieces.map((p) => p.value),
      own,
    );
    for (const [i, piece] of pieces.entries()) {
      const area = areas[i] ?? own;
      boxes.push({ ...area, tone: piece.tone });
      const lines = fitting(piece, area, style);
      const centre = { x: (area.left + area.right) / 2, y: (area.top + area.bottom) / 2 };
      if (lines) words.push(...stacked(lines, centre, piece.tone, style));
      else small.push(piece);
    }
  }
  return { boxes, words, small };
}

/** Name and value as lines that fit on the area; undefined when they do not. */
function fitting({ name, label }: Piece, area: Area, style: ChartStyle): string[] | undefined {
  const width = area.right - area.left - 2 * PAD;
  const most = Math.floor((area.bottom - area.top - PAD) / lineHeight(style));
  const single = `${name} ${label}`;
  if (style.measure(single) <= width && most >= 1 && most < 2) return [single];
  if (width < style.size * 2) return undefined;
  const lines = [...wrap(name, width, style.measure), label];
  return lines.length <= most && lines.every((line) => style.measure(line) <= width) ? lines : undefined;
}
