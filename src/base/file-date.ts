/** The date that files carry in their metadata. */
import type { Diagnostic } from './diagnostic.ts';
import type { Effects } from './effects.ts';
import { epochUnreadable } from './messages/pipeline.ts';

/** What every entry of a zip carries: it knows no earlier day, whatever the zone. */
export const ZIP_DAY = new Date(1980, 0, 1);

/** The last second that has a year of four digits. */
const LATEST = 253_402_300_799;

/**
 * In: the period's as-of date, ISO. Out: the same, or the day (UTC) that SOURCE_DATE_EPOCH names in seconds, as
 * reproducible-builds.org defines it. Whether that can be read is for wrongEpoch to tell, before anything is made.
 */
export function fileDate(asOf: string, effects: Effects): string {
  const epoch = epochOf(effects);
  if (!readable(epoch)) return asOf;
  return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
}

/** An error when SOURCE_DATE_EPOCH names no second: someone wants a date, and would get another. Empty counts as unset. */
export function wrongEpoch(effects: Pick<Effects, 'env'>): Diagnostic[] {
  const epoch = epochOf(effects);
  return epoch === '' || readable(epoch) ? [] : [epochUnreadable(epoch)];
}

const epochOf = (effects: Pick<Effects, 'env'>): string => effects.env('SOURCE_DATE_EPOCH') ?? '';

const readable = (epoch: string): boolean => /^\d+$/.test(epoch) && Number(epoch) <= LATEST;
