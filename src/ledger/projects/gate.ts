/** What a month's returns on projects say that should not be printed unseen: what stops formal texts, what is told. Pure. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { groupBy } from '../../base/group.ts';
import {
  type FoundByCity,
  projectFindingsOpen,
  projectFindingsTold,
} from '../../base/messages/acknowledgements.ts';
import type { Finding } from '../../model/ledger/finding.ts';
import type { ProjectLedger } from '../../model/ledger/project-ledger.ts';
import { monthName } from '../../model/period.ts';
import { type Acknowledgement, acknowledgementsFile } from '../../model/returns/acknowledgement.ts';
import { acknowledge } from '../returns/acknowledge.ts';
import { stopsBuild } from './checks/index.ts';

/** Of no figure that is printed: what was approved when. */
const NO_FIGURE: readonly string[] = ['project-before-approval'];

/**
 * `formal`: the text waits for them; otherwise all is only told.
 * Out: at most one error (doubtful figures that are neither mended nor acknowledged) and one warning.
 */
export function projectGate(
  { month, findings }: ProjectLedger,
  all: readonly Acknowledgement[],
  formal: boolean,
): Diagnostic[] {
  const notes = acknowledgementsFile(month.year, month.id);
  const about = { id: month.id, year: month.year, name: monthName(month) };
  const asked = acknowledge(findings, all, month.id).findings.filter(
    ({ check, effect, acknowledgement }) =>
      effect === 'verify' && !acknowledgement && !NO_FIGURE.includes(check),
  );
  const open = formal ? asked.filter(stopsBuild) : [];
  const told = asked.filter((finding) => !open.includes(finding));
  return [
    ...(open.length > 0 ? [projectFindingsOpen(about, notes, byCity(open))] : []),
    ...(told.length > 0 ? [projectFindingsTold(about, byCity(told))] : []),
  ];
}

/** What is told of findings, city by city, each named once. */
export const byCity = (findings: readonly Finding[]): FoundByCity =>
  [...groupBy(findings, (finding) => finding.unit)].map(([city, own]) => ({
    city,
    messages: own.map(({ message }) => message.replace(city, '')),
  }));
