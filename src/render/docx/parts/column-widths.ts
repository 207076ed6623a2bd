/** Shares → twips that add up to the whole width: WPS reads widths from the grid and nowhere else. */
export function columnWidths(shares: readonly number[], total: number): number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  let share = 0;
  let used = 0;
  return shares.map((width) => {
    share += width;
    const edge = Math.round((share / sum) * total);
    const own = edge - used;
    used = edge;
    return own;
  });
}
