/** The date that files carry in their metadata. */
import type { Effects } from './effects.ts';

const DAY_MS = 86_400_000;
/** The last second that has a year of four digits. */
const LATEST = 253_402_300_799;

/**
 * In: the period's as-of date, ISO. Out: the same, or the day (UTC) that SOURCE_DATE_EPOCH names in seconds, as
 * reproducible-builds.org defines it. A value that is no such number is left aside.
 */
export function fileDate(asOf: string, effects: Effects): string {
  const epoch = effects.env('SOURCE_DATE_EPOCH') ?? '';
  if (!/^\d+$/.test(epoch) || Number(epoch) > LATEST) return asOf;
  const ms = Number(epoch) * 1000;
  return new Date(ms - (ms % DAY_MS)).toISOString().slice(0, 10);
}
