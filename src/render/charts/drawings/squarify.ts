/** Rectangles as large as their weights, as square as can be (Bruls, Huizing, van Wijk: Squarified Treemaps, 2000). */
import type { Area } from '../area.ts';

/** In: positive weights, greatest first, and the room. Out: one area each, in the same order. */
export function squarify(weights: readonly number[], room: Area): Area[] {
  const total = weights.reduce((sum, w) => sum + w, 0);
  const scale = total > 0 ? ((room.right - room.left) * (room.bottom - room.top)) / total : 0;
  const areas: Area[] = [];
  let rest = { ...room };
  for (let at = 0; at < weights.length; ) {
    const side = Math.min(rest.right - rest.left, rest.bottom - rest.top);
    let row = [(weights[at] ?? 0) * scale];
    while (at + row.length < weights.length) {
      const longer = [...row, (weights[at + row.length] ?? 0) * scale];
      if (worst(longer, side) > worst(row, side)) break;
      row = longer;
    }
    const sum = row.reduce((a, b) => a + b, 0);
    const upright = rest.right - rest.left >= rest.bottom - rest.top;
    const thick = side > 0 ? sum / side : 0;
    let along = upright ? rest.top : rest.left;
    for (const area of row) {
      const length = thick > 0 ? area / thick : 0;
      areas.push(
        upright
          ? { left: rest.left, right: rest.left + thick, top: along, bottom: along + length }
          : { left: along, right: along + length, top: rest.top, bottom: rest.top + thick },
      );
      along += length;
    }
    rest = upright ? { ...rest, left: rest.left + thick } : { ...rest, top: rest.top + thick };
    at += row.length;
  }
  return areas;
}

/** The worst ratio of length to thickness in a row along `side`. */
function worst(row: readonly number[], side: number): number {
  const sum = row.reduce((a, b) => a + b, 0);
  const thick = sum / side;
  return Math.max(...row.map((area) => Math.max(area / thick ** 2, thick ** 2 / area)));
}
