/** What the versions of a return, a unit's or a city's, say differently: gathered row by row, and told in two sentences. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { changedSince, valuesWithdrawn } from '../../base/messages/collect.ts';

/** The others are counted: a new return may differ in everything. */
export const MOST_TOLD = 10;

export interface Changes {
  /** Values that were taken back: the papers show less than before. */
  withdrawn: string[];
  values: string[];
  words: string[];
}

export const noChanges = (): Changes => ({ withdrawn: [], values: [], words: [] });

/** @param unread whether it may stand in a cell that could not be read: then it was not taken back */
export function noteValue(
  { withdrawn, values }: Changes,
  subject: string,
  [was, is]: readonly [string | undefined, string | undefined],
  unread: boolean,
): void {
  if (was === is) return;
  if (was === undefined) values.push(`${subject}新报${is}`);
  else if (is !== undefined) values.push(`${subject}由${was}改为${is}`);
  else if (!unread) withdrawn.push(`${subject}原报${was}`);
}

/** What was taken back first. @param since number of the first version compared with; undefined for the one that counts */
export function tellChanges(
  file: string,
  { withdrawn, values, words }: Changes,
  since?: number,
): Diagnostic[] {
  const all = [...values, ...words];
  return [
    ...(withdrawn.length > 0 ? [valuesWithdrawn(file, withdrawn, since)] : []),
    ...(all.length > 0 ? [changedSince(file, all.slice(0, MOST_TOLD), all.length, since)] : []),
  ];
}
