/** Comparison of strings that is the same on every machine: by code unit, never by locale. */

/** For Array.sort: dates, ids and file names in ascending order; 0 for equal ones, so that a stable sort keeps them. */
export const byCodeUnit = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
