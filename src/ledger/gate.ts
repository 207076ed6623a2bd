/** What keeps formal texts waiting: findings that are neither mended nor acknowledged. Pure. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Acknowledgement } from '../model/acknowledgement.ts';
import { isQuarter, isYear, type Subject } from '../model/ledger.ts';
import { openFindings } from './acknowledge.ts';
import { projectGate } from './projects/gate.ts';

/**
 * `regional`: whether what is written speaks of projects; a book always does. `formal`: no draft, which waits for
 * nothing.
 */
export function gate(
  subject: Subject,
  acknowledgements: readonly Acknowledgement[],
  regional: boolean,
  formal: boolean,
): Diagnostic[] {
  const units = formal && isQuarter(subject) ? openFindings(subject) : [];
  if (!subject.projects || !(regional || isYear(subject))) return units;
  return [...units, ...projectGate(subject.projects, acknowledgements, formal)];
}
