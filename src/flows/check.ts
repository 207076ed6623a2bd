/** diaodu check: the findings of a period by unit, and what the office has noted of them. */
import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { groupBy } from '../base/group.ts';
import { formatOrigin } from '../base/origin.ts';
import { readWorkspace } from '../intake/workspace.ts';
import { openFindings } from '../ledger/acknowledge.ts';
import { buildLedger } from '../ledger/build-ledger.ts';
import type { Finding, Ledger } from '../model/ledger.ts';
import type { Period } from '../model/period.ts';

/** error: asks for verification, stops the build · warning: a notice for the office and the unit. */
export type FindingSeverity = 'error' | 'warning';

export interface ListedFinding {
  id: string;
  check: string;
  severity: FindingSeverity;
  /** Task number or goal id. */
  subject: number | string;
  message: string;
  /** File, sheet and cell. */
  at: string;
  hints: string[];
  acknowledgement: { outcome: string; reason: string; by: string } | null;
}

export interface CheckResult {
  period: string;
  /** Units in the order of units.yaml, errors before warnings within one. */
  units: { unit: string; findings: ListedFinding[] }[];
  counts: { error: number; warning: number; acknowledged: number; open: number };
  /** Of reading and judging, other than the findings themselves; with the gate's error while findings are open. */
  diagnostics: Diagnostic[];
}

export async function checkPeriod(period: Period, effects: Effects): Promise<CheckResult> {
  const inputs = await readWorkspace(effects, period.year);
  const ledger = inputs.value && buildLedger(inputs.value, period);
  const found = ledger?.value?.findings ?? [];
  const told = ledger?.diagnostics ?? [];
  const diagnostics = [
    ...inputs.diagnostics,
    ...told.filter((d) => !found.some((finding) => finding.message === d.message)),
  ];
  if (!ledger?.value) return { period: period.id, units: [], counts: countOf([]), diagnostics };
  return {
    period: period.id,
    units: byUnit(ledger.value, told),
    counts: countOf(found),
    diagnostics: [...diagnostics, ...openFindings(ledger.value)],
  };
}

/** Whether nothing is left that would stop a build. */
export function isClear(result: CheckResult): boolean {
  return !hasErrors(result.diagnostics);
}

function byUnit(ledger: Ledger, told: readonly Diagnostic[]): CheckResult['units'] {
  const order = ledger.units.map((unit) => unit.name);
  const hints = (finding: Finding): string[] => told.find((d) => d.message === finding.message)?.hints ?? [];
  return [...groupBy(ledger.findings, (finding) => finding.unit)]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([unit, findings]) => ({
      unit,
      findings: findings
        .map((finding) => listed(finding, hints(finding)))
        .sort((a, b) => Number(a.severity !== 'error') - Number(b.severity !== 'error')),
    }));
}

function listed(finding: Finding, hints: string[]): ListedFinding {
  const { id, check, subject, message, at, acknowledgement } = finding;
  return {
    id,
    check,
    severity: severityOf(finding),
    subject,
    message,
    at: formatOrigin(at),
    hints,
    acknowledgement: acknowledgement && {
      outcome: acknowledgement.outcome,
      reason: acknowledgement.reason,
      by: acknowledgement.by,
    },
  };
}

const severityOf = (finding: Finding): FindingSeverity => (finding.effect === 'verify' ? 'error' : 'warning');

function countOf(findings: readonly Finding[]): CheckResult['counts'] {
  const errors = findings.filter((finding) => severityOf(finding) === 'error');
  return {
    error: errors.length,
    warning: findings.length - errors.length,
    acknowledged: findings.filter((finding) => finding.acknowledgement).length,
    open: errors.filter((finding) => !finding.acknowledgement).length,
  };
}
