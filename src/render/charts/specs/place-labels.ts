/** Names beside their marks, none over another: the nearest free place around each. */

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface PlacedLabel {
  /** Left edge and middle of the line. */
  x: number;
  y: number;
  /** Whether it stands so far away that a line must lead to it. */
  far: boolean;
}

const DIRECTIONS: readonly [number, number][] = [
  [1, 0],
  [0, -1],
  [-1, 0],
  [0, 1],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
];
const FAR = [0, 8, 16, 26, 38];

/** In: marks with their radius and the size of their label, and the room. Out: a place for each, in the same order. */
export function placeLabels(
  marks: readonly { x: number; y: number; radius: number; width: number }[],
  height: number,
  room: Box,
): PlacedLabel[] {
  const taken: Box[] = marks.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  return marks.map((mark) => {
    for (const far of FAR)
      for (const [dx, dy] of DIRECTIONS) {
        const reach = mark.radius + 2 + far;
        const left = dx > 0 ? mark.x + reach : dx < 0 ? mark.x - reach - mark.width : mark.x - mark.width / 2;
        const y = mark.y + dy * (reach + height / 2);
        const box = { left, right: left + mark.width, top: y - height / 2, bottom: y + height / 2 };
        if (!within(box, room) || taken.some((other) => overlap(box, other))) continue;
        taken.push(box);
        return { x: left, y, far: far > 0 };
      }
    return { x: mark.x + mark.radius + 2, y: mark.y, far: false };
  });
}

const within = (box: Box, room: Box): boolean =>
  box.left >= room.left && box.right <= room.right && box.top >= room.top && box.bottom <= room.bottom;

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
