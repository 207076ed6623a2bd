/** What keeps formal texts waiting: findings that are neither mended nor acknowledged. Pure. */
import type { Diagnostic } from '../base/diagnostic.ts';
import { isQuarter, isYear, type Subject } from '../model/ledger/ledger.ts';
import type { Spoken } from '../model/ledger/spoken.ts';
import type { Acknowledgement } from '../model/returns/acknowledgement.ts';
import { cityGate } from './cities/gate.ts';
import { projectGate } from './projects/gate.ts';
import { openFindings } from './returns/acknowledge.ts';

/** `formal`: no draft, which waits for nothing. */
export function gate(
  subject: Subject,
  acknowledgements: readonly Acknowledgement[],
  spoken: Spoken,
  formal: boolean,
): Diagnostic[] {
  const { projects } = subject;
  const cities = isQuarter(subject) || isYear(subject) ? subject.cities : null;
  return [
    ...(formal && isQuarter(subject) ? openFindings(subject) : []),
    ...(projects && spoken.projects ? projectGate(projects, acknowledgements, formal) : []),
    ...(cities && spoken.cities ? cityGate(cities, acknowledgements, formal) : []),
  ];
}
