/** Units of whom nothing counts for the quarter, for whoever checks or builds: no paper waits for them. Pure. */
import type { Diagnostic } from '../base/diagnostic.ts';
import { unitReturnsMissing, unitReturnsUnread } from '../base/messages/ledger.ts';
import { type Ledger, owesReturn } from '../model/ledger/ledger.ts';
import { periodName } from '../model/period.ts';
import type { Came } from '../model/returns/came.ts';
import { submissionsFolder } from '../model/returns/folders.ts';

/**
 * One line for those from whom nothing came, one for those whose return can't be used.
 * @param came how it came, by unit
 */
export function unitsMissing(
  { returns, period }: Pick<Ledger, 'returns' | 'period'>,
  came: Came,
): Diagnostic[] {
  const owed = returns.filter(owesReturn);
  const names = owed.filter(({ receivedAt }) => receivedAt === null).map(({ unit }) => unit.name);
  const silent = names.filter((name) => !came.has(name));
  const unread = names.filter((name) => came.has(name));
  const folder = submissionsFolder(period);
  const hows = unread.map((name) => came.get(name) ?? '');
  return [
    ...(silent.length > 0 ? [unitReturnsMissing(folder, periodName(period), silent, owed.length)] : []),
    ...(unread.length > 0 ? [unitReturnsUnread(folder, unread, hows)] : []),
  ];
}
