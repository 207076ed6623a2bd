/**
 * What a sheet that must be one page gives up, step by step: first long texts, then long lists, then size of type.
 * Templates obey by 取, 略 and 短 (see helpers); type is made smaller in passes/shrink.ts. Steps are small, so that
 * what a page has room for is told: a text is worth more than half of two, and what must be acted on more than the rest.
 */
export interface Limits {
  /** Items of a list that 取 lets through. */
  items: number;
  /** Of a list that comes second, {{取 名单 "其次"}}, and rows of a table that may be shortened. */
  second: number;
  /** Of a list that matters least: {{取 名单 "次要"}}. */
  minor: number;
  /** Characters of a text that 短 lets through. */
  characters: number;
  /** Sizes by which prose is set smaller; from 1 on, tables are set densely. */
  smaller: number;
}

const step = (items: number, second: number, minor: number, characters: number, smaller: number): Limits => ({
  items,
  second,
  minor,
  characters,
  smaller,
});

export const NO_LIMITS: Limits = step(Infinity, Infinity, Infinity, Infinity, 0);

export const LADDER: readonly Limits[] = [
  NO_LIMITS,
  step(Infinity, Infinity, Infinity, 160, 0),
  step(10, 10, 10, 120, 0),
  step(10, 10, 10, 120, 1),
  step(10, 10, 8, 100, 1),
  step(8, 8, 6, 90, 1),
  step(8, 8, 5, 80, 1),
  step(6, 6, 4, 72, 1),
  step(6, 6, 4, 72, 2),
  step(6, 6, 3, 66, 2),
  step(6, 5, 3, 60, 2),
  step(5, 4, 3, 60, 2),
  step(5, 4, 2, 56, 2),
  step(5, 3, 2, 52, 2),
  step(4, 3, 2, 52, 2),
  step(4, 3, 2, 46, 2),
  step(4, 3, 1, 46, 2),
  step(4, 2, 1, 46, 2),
  step(3, 2, 1, 46, 2),
  step(3, 2, 1, 38, 2),
  step(2, 2, 1, 38, 2),
  step(2, 1, 1, 30, 2),
  step(1, 1, 1, 24, 2),
];
