/** Keeps labels apart. */

/**
 * In: wished centres of labels along one axis, the least distance between two, and the ends of the room for centres.
 * Out: centres in the same order of items, at least `gap` apart, as near to the wishes as simple pushing gets; when the
 * room is too small the gap shrinks evenly.
 */
export function spread(wishes: readonly number[], gap: number, low: number, high: number): number[] {
  const least = wishes.length > 1 ? Math.min(gap, (high - low) / (wishes.length - 1)) : 0;
  const order = wishes.map((_, i) => i).sort((a, b) => (wishes[a] ?? 0) - (wishes[b] ?? 0) || a - b);
  // Groups of labels that touch; each lies around the mean of its wishes.
  let groups: number[][] = order.map((i) => [i]);
  const start = (group: number[]): number => {
    const length = least * (group.length - 1);
    const mean = group.reduce((sum, i) => sum + (wishes[i] ?? 0), 0) / group.length;
    return Math.max(low, Math.min(high - length, mean - length / 2));
  };
  for (let merged = true; merged; ) {
    merged = false;
    const next: number[][] = [];
    for (const group of groups) {
      const last = next.at(-1);
      if (last && start(last) + least * last.length > start(group) + 1e-9) {
        last.push(...group);
        merged = true;
      } else next.push([...group]);
    }
    groups = next;
  }
  const centres: number[] = [];
  for (const group of groups) {
    for (const [k, i] of group.entries()) centres[i] = start(group) + k * least;
  }
  return centres;
}

/** Start of a label of `width` that wants to begin at `start`, moved right past obstacles that it would cover. */
export function clearOf(start: number, width: number, obstacles: readonly number[], gap: number): number {
  let at = start;
  for (const obstacle of [...obstacles].sort((a, b) => a - b)) {
    if (obstacle > at - gap && obstacle < at + width + gap) at = obstacle + gap;
  }
  return at;
}
