/**
 * Hatchings, so that a tone is recognised in a black-and-white copy. They are drawn as lines and dots inside each area:
 * Chromium turns an SVG <pattern> into a coarse bitmap when it prints.
 */
import type { Tone } from '../../../model/document/chart.ts';
import type { Pattern } from '../../../model/document/theme.ts';
import type { Area } from '../area.ts';
import type { ChartStyle } from '../style.ts';
import { path, type ShapeItem } from './layers.ts';

/** Distance and width of the lines, radius of the dots, in points: coarse enough for an office copier. */
const PERIOD = 4.2;
const LINE = 0.75;
const DOT = 0.85;
/** Kept free along the edges, so that light lines do not break the dark outline. */
const INSET = 0.6;

type Segment = [x1: number, y1: number, x2: number, y2: number];

/** Multiples of `step` strictly between two numbers: hatchings of neighbours continue each other. */
function multiples(step: number, low: number, high: number): number[] {
  const first = Math.floor(low / step) + 1;
  return Array.from({ length: Math.max(0, Math.ceil(high / step) - first) }, (_, i) => (first + i) * step);
}

/** Lines x + y = k, from bottom left to top right. */
function rising({ left, top, right, bottom }: Area): Segment[] {
  return multiples(PERIOD * Math.SQRT2, left + top, right + bottom).map((k) => {
    const x1 = Math.max(left, k - bottom);
    const x2 = Math.min(right, k - top);
    return [x1, k - x1, x2, k - x2];
  });
}

/** Lines y − x = k, from top left to bottom right. */
function falling({ left, top, right, bottom }: Area): Segment[] {
  return multiples(PERIOD * Math.SQRT2, top - right, bottom - left).map((k) => {
    const x1 = Math.max(left, top - k);
    const x2 = Math.min(right, bottom - k);
    return [x1, x1 + k, x2, x2 + k];
  });
}

const LINES: { [P in Exclude<Pattern, 'dots'>]: (area: Area) => Segment[] } = {
  solid: () => [],
  none: () => [],
  diagonal: rising,
  backDiagonal: falling,
  cross: (area) => [...rising(area), ...falling(area)],
  horizontal: (a) => multiples(PERIOD, a.top, a.bottom).map((y) => [a.left, y, a.right, y]),
  vertical: (a) => multiples(PERIOD, a.left, a.right).map((x) => [x, a.top, x, a.bottom]),
};

function dots(area: Area): string {
  const inside = {
    left: area.left + DOT,
    top: area.top + DOT,
    right: area.right - DOT,
    bottom: area.bottom - DOT,
  };
  const rows = multiples(PERIOD, inside.top, inside.bottom);
  const arc = `a${DOT},${DOT},0,1,0,`;
  return rows
    .flatMap((y) =>
      multiples(PERIOD, inside.left, inside.right).map(
        (x) => `M${fixed(x - DOT)},${fixed(y)}${arc}${2 * DOT},0${arc}${-2 * DOT},0`,
      ),
    )
    .join('');
}

/** The hatching of one area in its tone: one shape, or none for a plain tone. */
export function hatching(edges: Area, tone: Tone, style: ChartStyle): ShapeItem[] {
  const area = {
    left: edges.left + INSET,
    top: edges.top + INSET,
    right: edges.right - INSET,
    bottom: edges.bottom - INSET,
  };
  const { pattern, line } = style.hatch(tone);
  const shape =
    pattern === 'dots'
      ? dots(area)
      : LINES[pattern](area)
          .map((ends) => ends.map(fixed))
          .map(([x1, y1, x2, y2]) => `M${x1},${y1}L${x2},${y2}`)
          .join('');
  if (!shape) return [];
  const paint = pattern === 'dots' ? { fill: line, stroke: 'none' } : { fill: 'none', stroke: line };
  return [{ ...path(shape), strokeWidth: LINE, ...paint }];
}

const fixed = (value: number): string => value.toFixed(2);
