import type { ScatterChart } from '../../../model/document/chart.ts';
import type { Theme } from '../../../model/document/theme.ts';
import { MM_PER_POINT } from '../../layout/units.ts';
import { clean } from '../text/text.ts';
import { base, colour, fontOf, type NativeChart, native, valueAxis } from './common.ts';
import { freeSides } from './free-sides.ts';

/** Points with their names; bubbles where there is a third value. */
export function scatter(chart: ScatterChart, theme: Theme): NativeChart {
  const font = fontOf(theme);
  const [xs, ys, sizes] = chart.series;
  const points = chart.categories.flatMap((name, i) => {
    const [x, y, size] = [xs, ys, sizes].map((series) => series?.points[i]?.value ?? null);
    return x == null || y == null ? [] : [{ name, x, y, size: size ?? 0 }];
  });
  // Word takes no series without a point.
  if (points.length === 0)
    return {
      options: {
        ...base(chart, theme),
        type: 'column',
        series: (ys ? [ys] : []).map((s) => native(s, theme)),
      },
    };
  const shared = {
    font: { name: font.name, color: font.color },
    legend: false as const,
    chartArea: { fill: 'none', border: 'none' } as const,
    xAxis: { ...valueAxis(chart.xAxis, theme), gridlines: true },
    yAxis: valueAxis(chart.valueAxis, theme),
  };
  const name = clean(ys?.name ?? '');
  const color = colour(ys?.tone ?? 'primary', theme);
  const sides = sidesOf(chart, points, font.size);
  const pointLabels = points.map((point, i) => {
    const position = sides[i];
    return position ? { text: clean(point.name), position, font } : (false as const);
  });
  return {
    options: sizes
      ? {
          ...shared,
          type: 'bubble',
          bubbleScale: BUBBLES,
          series: [{ name, points: points.map(({ x, y, size }) => ({ x, y, size })), color, pointLabels }],
        }
      : {
          ...shared,
          type: 'scatter',
          lines: 'none',
          series: [
            {
              name,
              points: points.map(({ x, y }) => ({ x, y })),
              color,
              markers: { shape: 'circle' as const, size: 7 },
              pointLabels,
            },
          ],
        },
  };
}

/** Word's own largest bubble takes a quarter of the plot at 100. */
const BUBBLES = 30;
const SIDES = ['right', 'above', 'left', 'below'] as const;
const LARGEST_MM = 5;
/** About so much of the drawing is its plot. */
const PLOT = { widthMm: 128, share: 0.75 };

interface Point {
  name: string;
  x: number;
  y: number;
  size: number;
}

/**
 * A side of each mark where its name covers no other; undefined where none is free, for Word moves no label aside. The
 * names of all are in the table of the chart's data.
 */
function sidesOf(chart: ScatterChart, points: readonly Point[], size: number) {
  const em = size * MM_PER_POINT;
  const height = chart.heightMm * PLOT.share;
  const [mostX, mostY, mostSize] = [(p: Point) => p.x, (p: Point) => p.y, (p: Point) => p.size].map((of) =>
    Math.max(1e-9, ...points.map(of)),
  ) as [number, number, number];
  const marks = points.map((point) => ({
    x: (point.x / mostX) * PLOT.widthMm,
    y: height - (point.y / mostY) * height,
    radius: chart.series[2] ? LARGEST_MM * Math.sqrt(point.size / mostSize) : 1.2,
    width: [...point.name].length * em,
  }));
  return freeSides(marks, SIDES, em);
}
