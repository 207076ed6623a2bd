/** The ledger's records of returns together with the problems found in them. */
import type { Diagnostic, Severity } from '../base/diagnostic.ts';
import type { Ledger } from '../model/ledger.ts';
import { periodName } from '../model/period.ts';
import { type ReturnState, type ReturnStates, totalsOf } from '../model/return-state.ts';

/**
 * @param diagnostics of the intake and of the ledger; those located in a unit's return are counted as its own
 * @param folder where the period's returns lie
 */
export function returnStates(
  ledger: Ledger,
  diagnostics: readonly Diagnostic[],
  folder: string,
): ReturnStates {
  const inFile = (file: string | null, severity: Severity): number =>
    file === null ? 0 : diagnostics.filter((d) => d.severity === severity && d.at?.file === file).length;
  const units = ledger.returns.map(
    (record): ReturnState => ({
      unit: record.unit.name,
      owesTasks: record.owesTasks.length,
      owesGoals: record.owesGoals.length,
      receivedAt: record.receivedAt,
      correctedAt: record.correctedAt,
      timeliness: record.receivedAt === null ? 'missing' : record.late ? 'late' : 'onTime',
      complete: record.receivedAt !== null && record.missing.length === 0,
      missing: record.missing,
      errors: inFile(record.file, 'error'),
      warnings: inFile(record.file, 'warning'),
      version: record.version,
      file: record.file,
    }),
  );
  return {
    period: ledger.period.id,
    periodName: periodName(ledger.period),
    due: ledger.setting.due,
    units,
    totals: totalsOf(units),
    unreadable: unreadable(units, diagnostics, folder),
  };
}

/** A file with errors that became nobody's return. */
function unreadable(
  units: readonly ReturnState[],
  diagnostics: readonly Diagnostic[],
  folder: string,
): string[] {
  const used = new Set(units.map((state) => state.file));
  const broken = diagnostics
    .filter((d) => d.severity === 'error')
    .flatMap((d) => (d.at?.file.startsWith(`${folder}/`) ? [d.at.file] : []))
    .filter((file) => !used.has(file));
  return [...new Set(broken)].sort();
}
