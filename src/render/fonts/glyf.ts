/** Writes one simple glyph of the glyf table (OpenType 1.9, “glyf”). */
import type { Point } from './quadratic.ts';
import { viewOf } from './sfnt.ts';

export interface GlyphData {
  /** Empty for a glyph without contours. */
  bytes: Uint8Array;
  box: { xMin: number; yMin: number; xMax: number; yMax: number };
  points: number;
  contours: number;
}

const NOTHING = { xMin: 0, yMin: 0, xMax: 0, yMax: 0 };
const ON_CURVE = 1;

/** In: closed contours of whole-numbered points, first point on the curve and not repeated at the end. */
export function simpleGlyph(contours: readonly Point[][]): GlyphData {
  const points = contours.flat();
  if (points.length === 0) return { bytes: new Uint8Array(), box: NOTHING, points: 0, contours: 0 };
  const box = { xMin: Infinity, yMin: Infinity, xMax: -Infinity, yMax: -Infinity };
  const flags: number[] = [];
  const xs: number[] = [];
  const ys: number[] = [];
  let before = { x: 0, y: 0 };
  for (const { x, y, on } of points) {
    box.xMin = Math.min(box.xMin, x);
    box.xMax = Math.max(box.xMax, x);
    box.yMin = Math.min(box.yMin, y);
    box.yMax = Math.max(box.yMax, y);
    const across = packed(x - before.x, 0x02, 0x10, xs);
    const up = packed(y - before.y, 0x04, 0x20, ys);
    flags.push((on ? ON_CURVE : 0) | across | up);
    before = { x, y };
  }
  const head = new Uint8Array(10 + contours.length * 2 + 2);
  const view = viewOf(head);
  const numbers = [contours.length, box.xMin, box.yMin, box.xMax, box.yMax];
  for (const [i, value] of numbers.entries()) view.setInt16(i * 2, value);
  let last = -1;
  for (const [i, contour] of contours.entries()) {
    last += contour.length;
    view.setUint16(10 + i * 2, last);
  }
  const length = head.length + flags.length + xs.length + ys.length;
  // Even length: offsets of glyphs have to be even.
  const bytes = new Uint8Array((length + 1) & ~1);
  bytes.set(head);
  bytes.set(flags, head.length);
  bytes.set(xs, head.length + flags.length);
  bytes.set(ys, head.length + flags.length + xs.length);
  return { bytes, box, points: points.length, contours: contours.length };
}

/** Appends a coordinate's step in its shortest form; out: the flags that say which form. */
function packed(step: number, short: number, sameOrPositive: number, into: number[]): number {
  if (step === 0) return sameOrPositive;
  if (Math.abs(step) < 256) {
    into.push(Math.abs(step));
    return step > 0 ? short | sameOrPositive : short;
  }
  into.push((step >> 8) & 0xff, step & 0xff);
  return 0;
}
