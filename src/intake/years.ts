/** The years of a workspace that have any data, in order: 2021, 2022. */
import type { Effects } from '../base/effects.ts';

export const yearsThere = async (effects: Effects): Promise<string[]> =>
  (await effects.list('data')).filter((name) => /^\d{4}$/.test(name));
