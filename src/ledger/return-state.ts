/** The ledger's records of returns together with the problems found in them. */
import { besidesFindings, type Diagnostic, type Severity } from '../base/diagnostic.ts';
import { severityOf } from '../model/ledger/finding.ts';
import type { Ledger } from '../model/ledger/ledger.ts';
import { periodName } from '../model/period.ts';
import { owing, timelinessOf } from '../model/returns/return-standing.ts';
import { type ReturnState, type ReturnStates, totalsOf } from '../model/returns/return-state.ts';
import { unreadableFiles } from '../model/returns/unreadable.ts';

/**
 * @param diagnostics of the intake and of the ledger; those located in a unit's return are counted as its own, together
 *   with the findings on the unit, each as `check` lists it
 * @param folder where the period's returns lie
 */
export function returnStates(
  ledger: Ledger,
  diagnostics: readonly Diagnostic[],
  folder: string,
): ReturnStates {
  const read = besidesFindings(diagnostics);
  const problems = (unit: string, file: string | null, severity: Severity): number =>
    ledger.findings.filter((finding) => finding.unit === unit && severityOf(finding) === severity).length +
    read.filter((d) => file !== null && d.at?.file === file && d.severity === severity).length;
  const units = ledger.returns.map(
    (record): ReturnState => ({
      unit: record.unit.name,
      owesTasks: record.owesTasks.length,
      owesGoals: record.owesGoals.length,
      receivedAt: record.receivedAt,
      correctedAt: record.correctedAt,
      timeliness: timelinessOf(record),
      complete: owing(record) === 'nothing',
      missing: record.missing,
      errors: problems(record.unit.name, record.file, 'error'),
      warnings: problems(record.unit.name, record.file, 'warning'),
      version: record.version,
      file: record.file,
      sentBack: record.sentBack,
      refused: record.refused,
    }),
  );
  return {
    period: ledger.period.id,
    periodName: periodName(ledger.period),
    due: ledger.setting.due,
    units,
    totals: totalsOf(units),
    unreadable: unreadableFiles(
      units.map((state) => state.file),
      diagnostics,
      folder,
    ),
  };
}
