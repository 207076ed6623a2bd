/** Rows of cities' returns, quarterly or monthly. */
import type { CityEntry } from '../region/city.ts';
import type { ProjectEntry } from '../region/project.ts';

/** Whether a row says anything of the period: code, place and what the form brought along do not. */
export const says = (entry: CityEntry | ProjectEntry): boolean =>
  'id' in entry
    ? [entry.value, entry.stage, entry.progress, entry.problem, entry.next].some(Boolean)
    : [entry.month, entry.cumulative, entry.progress, entry.problem].some(Boolean);
