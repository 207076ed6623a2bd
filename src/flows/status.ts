/** diaodu status: who has returned what, and who owes what. */
import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import type { Period } from '../model/period.ts';
import type { ReturnStates } from '../model/return-state.ts';
import { writeReturnStates } from '../render/xlsx/return-states.ts';
import { readReturns } from './returns.ts';

export interface StatusResult {
  states: ReturnStates | undefined;
  /** The workbook, when it was written. */
  path: string | null;
  diagnostics: Diagnostic[];
}

/** @param out the period's output folder; null to write nothing */
export async function status(
  request: { period: Period; out: string | null },
  effects: Effects,
): Promise<StatusResult> {
  const { value, diagnostics } = await readReturns(request.period, effects);
  if (!value || hasErrors(diagnostics)) return { states: value?.states, path: null, diagnostics };
  if (request.out === null) return { states: value.states, path: null, diagnostics };
  const path = `${request.out}/报送情况.xlsx`;
  await effects.write(path, await writeReturnStates(value.states, value.ledger.setting.asOf));
  return { states: value.states, path, diagnostics };
}
