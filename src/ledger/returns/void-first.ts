/** How checks on one number take turns, whoever reported it. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Finding } from '../../model/ledger/finding.ts';

/** A finding together with the diagnostic that the build reports for it. */
export interface Checked {
  finding: Finding;
  diagnostic: Diagnostic;
  /** The number counts for nothing until somebody mends or confirms it. */
  voids: boolean;
}

/** The first check that voids the number speaks alone: the others have nothing to say of a void one. */
export function voidFirst<Check extends { voids: boolean }>(
  checks: readonly Check[],
  run: (check: Check) => Checked[],
): Checked[] {
  const confirmed: Checked[] = [];
  for (const check of checks.filter(({ voids }) => voids)) {
    const found = run(check);
    if (found.some(({ voids }) => voids)) return found;
    confirmed.push(...found);
  }
  return [...confirmed, ...checks.filter(({ voids }) => !voids).flatMap(run)];
}
