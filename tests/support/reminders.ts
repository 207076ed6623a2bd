/** What is written to remind units of a quarter's returns. */
import { expect } from 'vitest';
import { reminders } from '../../src/flows/remind.ts';
import { readReturns } from '../../src/flows/returns.ts';
import type { Document } from '../../src/model/document/document.ts';
import { parsePeriod } from '../../src/model/period.ts';
import { folderEffects, REPOSITORY } from './effects.ts';

const ledgers = new Map<string, ReturnType<typeof readReturns>>();

/** Letters and summary of a quarter of the demonstration data, as far as that is changed by `overlay`. */
export async function remindersOf(
  id: string,
  overlay: Parameters<typeof folderEffects>[1] = {},
  only: string[] = [],
) {
  const period = parsePeriod(id);
  if (!period) throw new Error(id);
  const effects = folderEffects(REPOSITORY, overlay);
  // Reading the year takes longer than anything else here.
  const key = id + JSON.stringify(overlay, (_, content) => content ?? null);
  const reading = ledgers.get(key) ?? readReturns(period, effects);
  ledgers.set(key, reading);
  const { value, diagnostics } = await reading;
  expect(diagnostics).toEqual([]);
  if (!value) throw new Error('no ledger');
  return reminders(value.ledger, only, effects);
}

/** One of them by its name. */
export const named = (documents: Document[], name: string): Document => {
  const found = documents.find((document) => document.name === name);
  if (!found) throw new Error(`no ${name} among ${documents.map((d) => d.name).join()}`);
  return found;
};
