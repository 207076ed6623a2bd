/** “Did you mean”: the candidate closest to what was written, or undefined when none is close. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const allowed = Math.max(1, Math.floor(([...word].length - 1) / 2));
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate);
    if (distance <= allowed && distance < (best?.distance ?? Number.POSITIVE_INFINITY))
      best = { candidate, distance };
  }
  return best?.candidate;
}

/** Levenshtein distance in characters. */
export function editDistance(a: string, b: string): number {
  const from = [...a];
  const to = [...b];
  let row = to.map((_, j) => j + 1);
  row.unshift(0);
  for (const [i, x] of from.entries()) {
    const next = [i + 1];
    for (const [j, y] of to.entries()) {
      next.push(
        Math.min((row[j + 1] as number) + 1, (next[j] as number) + 1, (row[j] as number) + (x === y ? 0 : 1)),
      );
    }
    row = next;
  }
  return row[to.length] as number;
}
