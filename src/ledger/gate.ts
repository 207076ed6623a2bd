/** What keeps formal texts waiting: findings that are neither mended nor acknowledged. Pure. */
import type { Diagnostic } from '../base/diagnostic.ts';
import { isQuarter, isYear, type Subject } from '../model/ledger/ledger.ts';
import type { Acknowledgement } from '../model/returns/acknowledgement.ts';
import { cityGate } from './cities/gate.ts';
import { projectGate } from './projects/gate.ts';
import { openFindings } from './returns/acknowledge.ts';

/** Of whose figures what is written speaks; a book always speaks of both. */
export interface Spoken {
  projects: boolean;
  cities: boolean;
}

/** `formal`: no draft, which waits for nothing. */
export function gate(
  subject: Subject,
  acknowledgements: readonly Acknowledgement[],
  spoken: Spoken,
  formal: boolean,
): Diagnostic[] {
  const book = isYear(subject);
  const { projects } = subject;
  const cities = isQuarter(subject) || book ? subject.cities : null;
  return [
    ...(formal && isQuarter(subject) ? openFindings(subject) : []),
    ...(projects && (spoken.projects || book) ? projectGate(projects, acknowledgements, formal) : []),
    ...(cities && (spoken.cities || book) ? cityGate(cities, acknowledgements, formal) : []),
  ];
}
