/** What status and remind start from: the period's ledger and how its returns stand, whatever is wrong in them. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { readWorkspace } from '../intake/workspace.ts';
import { buildLedger } from '../ledger/build-ledger.ts';
import { returnStates } from '../ledger/return-state.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Period } from '../model/period.ts';
import type { ReturnStates } from '../model/return-state.ts';

export interface ReadReturns {
  ledger: Ledger;
  states: ReturnStates;
}

/**
 * Problems inside returns are counted in `states`, not handed on: asking who still owes what must not fail because a
 * return is broken. Without a readable plan there is no value.
 */
export async function readReturns(
  period: Period,
  effects: Effects,
): Promise<{ value: ReadReturns | undefined; diagnostics: Diagnostic[] }> {
  const year = `data/${period.year}/submissions`;
  const inputs = await readWorkspace(effects, period.year);
  const inOthers = (d: Diagnostic): boolean =>
    d.severity === 'error' && !d.at?.file.startsWith(`${year}/`);
  const diagnostics = inputs.diagnostics.filter(inOthers);
  if (!inputs.value) return { value: undefined, diagnostics };
  const ledger = buildLedger(inputs.value, period);
  diagnostics.push(...ledger.diagnostics.filter(inOthers));
  if (!ledger.value) return { value: undefined, diagnostics };
  const states = returnStates(
    ledger.value,
    [...inputs.diagnostics, ...ledger.diagnostics],
    `${year}/${period.id}`,
  );
  return { value: { ledger: ledger.value, states }, diagnostics };
}
