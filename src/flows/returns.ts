/** What status and remind start from: the period's ledger and how its returns stand, whatever is wrong in them. */
import type { Diagnostic, Outcome } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { unitNames } from '../intake/plan/units.ts';
import { refusalByNames } from '../intake/renamed.ts';
import { RECEIPTS } from '../intake/returns/receipts.ts';
import { readRefusals, refusalsFile } from '../intake/returns/refusals.ts';
import { bearable, isUnsettled } from '../intake/returns/return-problems.ts';
import { readWorkspace } from '../intake/workspace.ts';
import { buildLedger } from '../ledger/build-ledger.ts';
import { returnStates } from '../ledger/return-state.ts';
import type { Inputs } from '../model/inputs.ts';
import type { Ledger } from '../model/ledger/ledger.ts';
import { lastMonth, type Period } from '../model/period.ts';
import { submissionsFolder } from '../model/returns/folders.ts';
import type { Refusal } from '../model/returns/refusal.ts';
import type { ReturnStates } from '../model/returns/return-state.ts';

/**
 * What stops a command that is not about values: errors of the plan and its rules, but not those inside returns, what the
 * office has yet to settle, nor those of meetings, which such a command does not speak of.
 */
export function errorsOutsideReturns(diagnostics: readonly Diagnostic[], year: number): Diagnostic[] {
  // The register is no return: without it nobody knows who handed in what, and when.
  const isReturn = (file: string): boolean =>
    !file.endsWith(`/${RECEIPTS}`) &&
    (file.startsWith(`data/${year}/submissions/`) || file.includes('/returns/'));
  return diagnostics.filter(
    (d) => d.severity === 'error' && !isUnsettled(d) && !isOnMeeting(d) && !(d.at && isReturn(d.at.file)),
  );
}

/** The same, and what is unsettled, to be told of. */
export const outsideReturns = (diagnostics: readonly Diagnostic[], year: number): Diagnostic[] => [
  ...errorsOutsideReturns(diagnostics, year),
  ...diagnostics.filter(isUnsettled).map(bearable),
];

/** Of a file that says when and where a meeting is, and what it decided. */
export const isOnMeeting = ({ at }: Diagnostic): boolean =>
  at !== undefined && /^data\/\d+\/meetings\//.test(at.file);

export interface ReadReturns {
  ledger: Ledger;
  states: ReturnStates;
}

/** See returnsIn. */
export async function readReturns(period: Period, effects: Effects): Promise<ReturnsFound> {
  const [read, refusals] = await Promise.all([
    readWorkspace(effects, period.year, { until: lastMonth(period) }),
    readRefusals(effects, refusalsFile(period)),
  ]);
  return returnsIn(read, period, refusals);
}

export interface ReturnsFound {
  value: ReadReturns | undefined;
  diagnostics: Diagnostic[];
}

/**
 * Problems inside returns are counted in `states`, not handed on: asking who still owes what must not fail because a
 * return is broken. Without a readable plan there is no value.
 * @param read a year's data; what was found wrong with it is counted or handed on
 * @param refusals what came from units for the period and was not taken
 */
export function returnsIn(
  read: Outcome<Inputs>,
  period: Period,
  { value: refusals = [], diagnostics: unread }: Outcome<Refusal[]> = { value: [], diagnostics: [] },
): ReturnsFound {
  const diagnostics = [...outsideReturns(read.diagnostics, period.year), ...unread];
  if (!read.value) return { value: undefined, diagnostics };
  const names = unitNames(read.value.units);
  const known = refusals.map((refusal) => refusalByNames(refusal, names));
  const ledger = buildLedger(read.value, period, { refusals: known });
  diagnostics.push(...errorsOutsideReturns(ledger.diagnostics, period.year));
  if (!ledger.value) return { value: undefined, diagnostics };
  const states = returnStates(
    ledger.value,
    [...read.diagnostics, ...ledger.diagnostics],
    submissionsFolder(period),
  );
  return { value: { ledger: ledger.value, states }, diagnostics };
}
