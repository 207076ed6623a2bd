/** Points and boxes in PDF space: units of 1/72 inch, y upwards. */

/** [a b c d e f], as the cm operator writes it. */
export type Matrix = readonly [number, number, number, number, number, number];
export type Point = [x: number, y: number];
/** Left, lower, right, upper. */
export type Box = readonly [number, number, number, number];

export const UNIT: Matrix = [1, 0, 0, 1, 0, 0];

/** `first` applied before `then`. */
export function multiply(first: Matrix, then: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [p, q, r, s, t, u] = then;
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u];
}

export function transform([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The unit square under a matrix: where an image or a shading lands. */
export function over(matrix: Matrix): Box | undefined {
  return boxUnder(matrix, [0, 0, 1, 1]);
}

export function boxUnder(matrix: Matrix, [left, lower, right, upper]: Box): Box | undefined {
  const corners: Point[] = [
    [left, lower],
    [left, upper],
    [right, lower],
    [right, upper],
  ];
  return pointsBox(corners.map(([x, y]) => transform(matrix, x, y)));
}

export function pointsBox(points: readonly (readonly number[])[]): Box | undefined {
  if (points.length === 0) return undefined;
  const xs = points.map(([x]) => x ?? 0);
  const ys = points.map(([, y]) => y ?? 0);
  const least = (values: number[]): number => values.reduce((a, b) => Math.min(a, b));
  const most = (values: number[]): number => values.reduce((a, b) => Math.max(a, b));
  return [least(xs), least(ys), most(xs), most(ys)];
}

export function join(one: Box | undefined, other: Box | undefined): Box | undefined {
  if (!one || !other) return one ?? other;
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}

/** What two boxes have in common; where that is nothing, a box that ends before it begins. */
export function meet(one: Box | undefined, other: Box | undefined): Box | undefined {
  if (!one || !other) return one ?? other;
  return [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ];
}

/** Less than a printer's dot, and more than coordinates are rounded by. */
const NOTHING_PT = 0.02;

/** Whether of a box nothing is seen within a clip, but for what rounding leaves at its edge. */
export const outside = (box: Box | undefined, clip: Box): boolean =>
  box !== undefined &&
  (box[0] > clip[2] - NOTHING_PT ||
    box[1] > clip[3] - NOTHING_PT ||
    box[2] < clip[0] + NOTHING_PT ||
    box[3] < clip[1] + NOTHING_PT);
