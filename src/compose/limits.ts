/**
 * What a sheet that must be one page gives up, step by step: first long texts, then long lists, then size of type.
 * Templates obey by 取, 余 and 短 (see helpers); type is made smaller in passes/shrink.ts.
 */
export interface Limits {
  /** Items of a list that 取 lets through. */
  items: number;
  /** Characters of a text that 短 lets through. */
  characters: number;
  /** Sizes by which prose is set smaller; from 1 on, tables are set densely. */
  smaller: number;
}

export const NO_LIMITS: Limits = { items: Infinity, characters: Infinity, smaller: 0 };

export const LADDER: readonly Limits[] = [
  NO_LIMITS,
  { items: Infinity, characters: 160, smaller: 0 },
  { items: 10, characters: 120, smaller: 0 },
  { items: 10, characters: 120, smaller: 1 },
  { items: 8, characters: 90, smaller: 1 },
  { items: 6, characters: 70, smaller: 1 },
  { items: 5, characters: 56, smaller: 2 },
  { items: 4, characters: 44, smaller: 2 },
  { items: 3, characters: 36, smaller: 2 },
  { items: 2, characters: 28, smaller: 2 },
  { items: 1, characters: 24, smaller: 2 },
];
