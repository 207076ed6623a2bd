/** How boxes of key figures lie, in both formats. */

/** Up to five in a row; more in rows as even as possible, so that no box stands alone: six make 3 + 3, not 5 + 1. */
export function boxesPerRow(count: number): number {
  return count <= 5 ? Math.max(count, 1) : Math.ceil(count / Math.ceil(count / 4));
}

/** Of papers, points: between two boxes, and within one around its text. */
export const BOXES = { gap: 6, padding: 5, aside: 4 };
