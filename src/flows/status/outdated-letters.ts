/** Letters that were written, and since when the returns they tell of stand otherwise: nobody is to send them as they are. */
import { readManifest } from '../../archive/manifest.ts';
import { digestOf } from '../../base/digest.ts';
import type { Effects } from '../../base/effects.ts';
import { isReminder } from '../../model/archive/manifest.ts';
import type { ReturnState, ReturnStates } from '../../model/returns/return-state.ts';

export interface OutdatedLetter {
  /** null: the summary for the office. */
  unit: string | null;
  /** How its return stands now; null where it owes none any more. */
  now: ReturnState | null;
}

/** What a letter to a unit tells of, or, without one, what the summary does. */
export function standingTold({ units }: ReturnStates, unit: string | null): string {
  const told = units
    .filter((state) => unit === null || state.unit === unit)
    .map(({ unit: name, receivedAt, correctedAt, timeliness, sentBack, missing, refused }) => [
      [name, receivedAt, correctedAt, timeliness, sentBack],
      [missing, refused],
    ]);
  return digestOf(new TextEncoder().encode(JSON.stringify(told)));
}

/**
 * In the order of units, the summary last.
 * @param out output folder of the period
 */
export async function outdatedLetters(
  out: string,
  states: ReturnStates,
  effects: Effects,
): Promise<OutdatedLetter[]> {
  const files = (await readManifest(out, effects))?.builds.flatMap((build) => build.files) ?? [];
  const outdated = new Set<string | null>();
  for (const { path, tells } of files.filter(isReminder)) {
    if (!tells || tells.standing === standingTold(states, tells.unit)) continue;
    // Who has thrown it away need not be told.
    if (await effects.read(`${out}/${path}`)) outdated.add(tells.unit);
  }
  const letters = states.units
    .filter(({ unit }) => outdated.has(unit))
    .map((now): OutdatedLetter => ({ unit: now.unit, now }));
  return outdated.has(null) ? [...letters, { unit: null, now: null }] : letters;
}
