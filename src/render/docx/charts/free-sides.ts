/** Sides of marks where their labels cover nothing else. */

/** A mark and its label; all in one unit, from the upper left corner of the plot. */
export interface Mark {
  x: number;
  y: number;
  radius: number;
  /** Of the label; 0 for a mark that has none and is only in the way. */
  width: number;
}
export type Side = 'above' | 'below' | 'left' | 'right';

/**
 * In: marks, those with the first claim first, the sides that are tried, best first, and the height of a label. Out: the
 * side of each label; undefined where none is free, and for marks without one.
 */
export function freeSides(marks: readonly Mark[], sides: readonly Side[], em: number): (Side | undefined)[] {
  const taken = marks.map(({ x, y, radius }) => box(x - radius, y - radius, 2 * radius, 2 * radius));
  return marks.map(({ x, y, radius, width }) => {
    if (width === 0) return undefined;
    const reach = radius + em / 3;
    return sides.find((side) => {
      const left = side === 'right' ? x + reach : side === 'left' ? x - reach - width : x - width / 2;
      const top = side === 'above' ? y - reach - em : side === 'below' ? y + reach : y - em / 2;
      const own = box(left, top, width, em);
      if (taken.some((other) => meet(own, other))) return false;
      taken.push(own);
      return true;
    });
  });
}

const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const meet = (a: ReturnType<typeof box>, b: ReturnType<typeof box>): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
