/** Cubic curves (CFF outlines) as quadratic ones (TrueType outlines). */

export interface Point {
  x: number;
  y: number;
  on: boolean;
}

/** Greatest distance between the two curves, in font units (1/1000 em): not visible at any size we print. */
const TOLERANCE = 0.5;

/**
 * In: the four points of a cubic curve. Out: what follows its first point: control and end points of quadratic pieces
 * in turn, unrounded. The distance of a piece from the curve is known in closed form: |p3 − 3c2 + 3c1 − p0| · √3/36.
 */
export function quadraticPieces(p0: Point, c1: Point, c2: Point, p3: Point): Point[] {
  const error =
    (Math.hypot(p3.x - 3 * c2.x + 3 * c1.x - p0.x, p3.y - 3 * c2.y + 3 * c1.y - p0.y) * Math.sqrt(3)) / 36;
  const count = Math.max(1, Math.ceil(Math.cbrt(error / TOLERANCE)));
  const out: Point[] = [];
  for (let i = 0; i < count; i += 1) {
    const from = at(p0, c1, c2, p3, i / count);
    const to =
      i + 1 === count ? { place: p3, slope: slope(p0, c1, c2, p3, 1) } : at(p0, c1, c2, p3, (i + 1) / count);
    const third = 1 / (3 * count);
    const control = (key: 'x' | 'y'): number =>
      (3 * (from.place[key] + from.slope[key] * third) +
        3 * (to.place[key] - to.slope[key] * third) -
        from.place[key] -
        to.place[key]) /
      4;
    out.push({ x: control('x'), y: control('y'), on: false }, { x: to.place.x, y: to.place.y, on: true });
  }
  return out;
}

interface Vector {
  x: number;
  y: number;
}

function at(p0: Vector, c1: Vector, c2: Vector, p3: Vector, t: number): { place: Vector; slope: Vector } {
  const u = 1 - t;
  const place = (key: 'x' | 'y'): number =>
    u * u * u * p0[key] + 3 * u * u * t * c1[key] + 3 * u * t * t * c2[key] + t * t * t * p3[key];
  return { place: { x: place('x'), y: place('y') }, slope: slope(p0, c1, c2, p3, t) };
}

function slope(p0: Vector, c1: Vector, c2: Vector, p3: Vector, t: number): Vector {
  const u = 1 - t;
  const along = (key: 'x' | 'y'): number =>
    3 * (u * u * (c1[key] - p0[key]) + 2 * u * t * (c2[key] - c1[key]) + t * t * (p3[key] - c2[key]));
  return { x: along('x'), y: along('y') };
}
