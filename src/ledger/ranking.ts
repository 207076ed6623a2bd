/** Rankings: equal values share a rank and the next is skipped (1, 2, 2, 4); what has no value has no rank. */
import type { Rank } from '../model/ledger/project-ledger.ts';

/**
 * Ranks of the values, highest first, in the order of the values. Values are compared as they are printed, so that a
 * reader sees equal numbers as equal: hand in rounded ones.
 */
export function ranksOf(values: readonly (number | null)[]): (number | null)[] {
  return values.map((value) =>
    value === null ? null : 1 + values.filter((other) => other !== null && other > value).length,
  );
}

/** Ranks among at least two: what stands alone is compared with nothing. */
export const ranksAmong = (values: readonly (number | null)[]): (number | null)[] =>
  comparable(values) ? ranksOf(values) : values.map(() => null);

/** Whether there are two to compare. */
export const comparable = (values: readonly unknown[]): boolean =>
  values.filter((value) => value !== null).length > 1;

/** The rank now and before, with the places won. */
export function movement(rank: number | null, previousRank: number | null): Rank {
  const moved = rank === null || previousRank === null ? null : previousRank - rank;
  return { rank, previousRank, moved };
}
