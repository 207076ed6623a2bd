/** Names beside their marks, none over another or over the line that leads to one: the nearest free place around each. */

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
const FAR = [0, 8, 16, 26, 38, 52, 66];

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
  const labels: Box[] = [];
  const lines: Line[] = [];
  const struck = (box: Box, line: Line | undefined): boolean =>
    lines.some((other) => crosses(other, box)) ||
    (line !== undefined && labels.some((label) => crosses(line, label)));
  return marks.map((mark) => {
    // A line through a name is better than a name over another.
    for (const [far, strict] of [
      ...FAR.map((one) => [one, true] as const),
      ...FAR.map((one) => [one, false] as const),
    ])
      for (const [dx, dy] of DIRECTIONS) {
        const reach = mark.radius + 2 + far;
        const left = dx > 0 ? mark.x + reach : dx < 0 ? mark.x - reach - mark.width : mark.x - mark.width / 2;
        const y = mark.y + dy * (reach + height / 2);
        const box = { left, right: left + mark.width, top: y - height / 2, bottom: y + height / 2 };
        const line = far > 0 ? lineTo(box, mark) : undefined;
        if (!within(box, room) || taken.some((other) => overlap(box, other))) continue;
        if (strict && struck(box, line)) continue;
        taken.push(box);
        labels.push(box);
        if (line) lines.push(line);
        return { x: left, y, far: far > 0 };
      }
    return { x: mark.x + mark.radius + 2, y: mark.y, far: false };
  });
}

interface Line {
  from: { x: number; y: number };
  to: { x: number; y: number };
}

/** From a mark to the nearest point of its label. */
const lineTo = (box: Box, { x, y }: { x: number; y: number }): Line => ({
  from: { x, y },
  to: { x: clamp(x, box.left, box.right), y: clamp(y, box.top, box.bottom) },
});

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

/** Whether a line runs through a label, looked at in steps of a few points. */
function crosses({ from, to }: Line, box: Box): boolean {
  const steps = Math.ceil(Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y)) / 3);
  return Array.from({ length: steps }, (_, i) => i / steps).some((share) => {
    const x = from.x + (to.x - from.x) * share;
    const y = from.y + (to.y - from.y) * share;
    return x > box.left && x < box.right && y > box.top && y < box.bottom;
  });
}

const within = (box: Box, room: Box): boolean =>
  box.left >= room.left && box.right <= room.right && box.top >= room.top && box.bottom <= room.bottom;

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
