/** Bands from the groups on the left to those on the right, each as thick as its value. */
import { formatNumber } from '../../../base/chinese/format.ts';
import { add } from '../../../base/decimal.ts';
import type { FlowChart } from '../../../model/document/chart.ts';
import { spread } from '../spread.ts';
import type { ChartStyle } from '../style.ts';
import { type Band, type Box, type Draw, lineHeight, MARGIN, sizeOf, type Word } from './drawing.ts';

const NODE = 10;
const GAP = 5;
const LABEL = 4;

interface Side {
  names: string[];
  totals: number[];
  /** Upper edge of each node. */
  tops: number[];
}

export const flow: Draw<'flow'> = (chart, widthMm, style) => {
  const { width, height } = sizeOf(chart, widthMm);
  const top = MARGIN + (chart.valueAxis.title ? lineHeight(style) + LABEL : 0);
  const room = { top, bottom: height - MARGIN };
  const value = (s: number, c: number): number => Math.max(0, chart.series[s]?.points[c]?.value ?? 0);
  const sources = chart.series.map((_, s) => chart.categories.map((_, c) => value(s, c)).reduce(add, 0));
  const targets = chart.categories.map((_, c) => chart.series.map((_, s) => value(s, c)).reduce(add, 0));
  const total = sources.reduce(add, 0);
  const most = Math.max(sources.length, targets.length);
  const scale = total > 0 ? (room.bottom - room.top - GAP * (most - 1)) / total : 0;
  const left = sideOf(
    chart.series.map((s) => s.name),
    sources,
    scale,
    room,
  );
  const right = sideOf(chart.categories, targets, scale, room);
  const text = (side: Side, i: number): string => `${side.names[i]} ${labelOf(chart, side, i)}`;
  const widest = (side: Side): number =>
    Math.max(0, ...side.names.map((_, i) => style.measure(text(side, i))));
  const x1 = MARGIN + widest(left) + LABEL + NODE;
  const x2 = width - MARGIN - widest(right) - LABEL - NODE;

  const bands: Band[] = [];
  const used = { left: [...left.tops], right: [...right.tops] };
  for (const [s, { tone }] of chart.series.entries())
    for (const c of chart.categories.keys()) {
      const thick = value(s, c) * scale;
      if (thick <= 0) continue;
      const [top1 = 0, top2 = 0] = [used.left[s], used.right[c]];
      bands.push({ x1, top1, bottom1: top1 + thick, x2, top2, bottom2: top2 + thick, tone });
      used.left[s] = top1 + thick;
      used.right[c] = top2 + thick;
    }
  const boxes: Box[] = [
    ...left.tops.map((t, i) => ({
      left: x1 - NODE,
      right: x1,
      top: t,
      bottom: t + (left.totals[i] ?? 0) * scale,
      tone: chart.series[i]?.tone ?? ('primary' as const),
    })),
    ...right.tops.map((t, i) => ({
      left: x2,
      right: x2 + NODE,
      top: t,
      bottom: t + (right.totals[i] ?? 0) * scale,
      tone: 'muted' as const,
    })),
  ];
  const words: Word[] = [
    ...sideWords(left, text, x1 - NODE - LABEL, 'right', scale, room, style),
    ...sideWords(right, text, x2 + NODE + LABEL, 'left', scale, room, style),
  ];
  const title = chart.valueAxis.title;
  if (title)
    words.unshift({ x: MARGIN, y: MARGIN + lineHeight(style) / 2, text: title, align: 'left', on: null });
  return { width, height, boxes, bands, words };
};

/** Nodes over the whole height, what is left of it shared between them. */
function sideOf(
  names: readonly string[],
  totals: number[],
  scale: number,
  room: { top: number; bottom: number },
): Side {
  const filled = totals.reduce(add, 0) * scale;
  const gap = names.length > 1 ? (room.bottom - room.top - filled) / (names.length - 1) : 0;
  let at = room.top;
  const tops = totals.map((total) => {
    const own = at;
    at += total * scale + gap;
    return own;
  });
  return { names: [...names], totals, tops };
}

/** The sum, with as many digits as the values have. */
function labelOf(chart: FlowChart, side: Side, i: number): string {
  const decimals = Math.max(
    0,
    ...chart.series.flatMap((s) =>
      s.points.map((p) => p.figure?.decimals ?? (/\.(\d+)/.exec(p.label)?.[1] ?? '').length),
    ),
  );
  return formatNumber({ value: side.totals[i] ?? 0, decimals });
}

function sideWords(
  side: Side,
  text: (side: Side, i: number) => string,
  x: number,
  align: 'left' | 'right',
  scale: number,
  room: { top: number; bottom: number },
  style: ChartStyle,
): Word[] {
  const half = lineHeight(style) / 2;
  const wishes = side.tops.map((t, i) => t + ((side.totals[i] ?? 0) * scale) / 2);
  const places = spread(wishes, 2 * half, room.top + half, room.bottom - half);
  return side.names.map((_, i) => ({ x, y: places[i] ?? 0, text: text(side, i), align, on: null }));
}
