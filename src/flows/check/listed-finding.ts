/** A finding as diaodu check lists it, for people and for --json. */
import type { Severity } from '../../base/diagnostic.ts';
import { formatOrigin } from '../../base/origin.ts';
import { stopsCities } from '../../ledger/cities/checks/index.ts';
import { stopsBuild } from '../../ledger/projects/checks/index.ts';
import { type Finding, severityOf } from '../../model/ledger/finding.ts';

/** error: asks for verification, stops the build · warning: a notice for the office and the unit · info: on projects. */
type FindingSeverity = Severity;

export interface ListedFinding {
  id: string;
  check: string;
  severity: FindingSeverity;
  /** Task number or goal id. */
  subject: number | string;
  /** What the message names, where it is a single target. */
  target?: string | undefined;
  message: string;
  /** File, sheet and cell. */
  at: string;
  hints: string[];
  acknowledgement: { outcome: string; reason: string; by: string } | null;
}

/** A finding as it is printed. */
export function listed(finding: Finding, severity: FindingSeverity = severityOf(finding)): ListedFinding {
  const { id, check, subject, target, message, hints, at, acknowledgement } = finding;
  return {
    id,
    check,
    severity,
    subject,
    target,
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

/** Of one on projects or cities: what formal texts wait for, what has to be verified, mere notices. */
export const regionalSeverityOf = (finding: Finding): FindingSeverity =>
  stopsBuild(finding) || stopsCities(finding) ? 'error' : finding.effect === 'verify' ? 'warning' : 'info';
