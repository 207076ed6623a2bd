/** Findings that the office has looked into, and the gate that the others make. Pure. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import * as messages from '../../base/messages/acknowledgements.ts';
import { nearest } from '../../base/nearest.ts';
import type { Finding } from '../../model/ledger/finding.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import { type Acknowledgement, acknowledgementsFile } from '../../model/returns/acknowledgement.ts';

/** A finding with its id and what the office has noted of it. `subject`: what the id names, where that is more exact. */
export function findingOf(
  { hints = [], ...facts }: Omit<Finding, 'id' | 'acknowledgement' | 'hints'> & { hints?: string[] },
  acknowledged: readonly Acknowledgement[] = [],
  subject: string = String(facts.subject),
): Finding {
  const named = { ...facts, hints, id: `${facts.check}/${facts.unit}/${subject}` };
  return { ...named, acknowledgement: acknowledgementOf(acknowledged, named) };
}

type Named = Pick<Finding, 'id' | 'check' | 'unit' | 'subject' | 'message'>;

/** Whether the acknowledgement names the finding: by its id, or by the task number for all targets of the task. */
function names(given: Acknowledgement, finding: Named): boolean {
  return (
    idOf(given) === finding.id ||
    (given.check === finding.check &&
      given.unit === finding.unit &&
      given.subject === String(finding.subject))
  );
}

const idOf = ({ check, unit, subject }: Acknowledgement): string => `${check}/${unit}/${subject}`;

/** The acknowledgement that holds for the finding as it now reads; of several the last one written. */
function acknowledgementOf(list: readonly Acknowledgement[], finding: Named): Acknowledgement | null {
  return list.findLast((given) => names(given, finding) && finding.message.includes(given.found)) ?? null;
}

/** Findings with what the office has noted of them in the file of that name, and what is left over of it. */
export function acknowledge(
  findings: readonly Finding[],
  all: readonly Acknowledgement[],
  name: string,
): { findings: Finding[]; diagnostics: Diagnostic[] } {
  const own = all.filter((given) => given.period === name);
  return {
    findings: findings.map((finding) => ({ ...finding, acknowledgement: acknowledgementOf(own, finding) })),
    diagnostics: unusedAcknowledgements(own, findings),
  };
}

/** Asks for verification: an error that nobody has confirmed to be right after all. */
export function isDoubt(finding: Finding): boolean {
  return finding.effect === 'verify' && finding.acknowledgement?.outcome !== '确认属实';
}

/** Acknowledgements of the period that hold for no finding, as warnings. */
export function unusedAcknowledgements(
  list: readonly Acknowledgement[],
  findings: readonly Finding[],
): Diagnostic[] {
  return list.flatMap((given): Diagnostic[] => {
    const about = [given.unit];
    const named = findings.filter((finding) => names(given, finding));
    if (named.some((finding) => finding.message.includes(given.found))) return [];
    if (named.length > 0)
      return [{ ...messages.acknowledgementOutdated(given.at, idOf(given), given.found), about }];
    const present = findings.map((finding) => finding.id);
    // Of another subject it is another finding; most often this one was mended.
    const alike = findings.filter(
      ({ id, check, unit }) =>
        id.endsWith(`/${given.subject}`) && (check === given.check || unit === given.unit),
    );
    const near = nearest(
      idOf(given),
      alike.map(({ id }) => id),
    );
    return [{ ...messages.acknowledgementUnmatched(given.at, idOf(given), near, present), about }];
  });
}

/**
 * Acknowledgements that hold for whatever the unit reports, while it has reported more than once, as warnings.
 * @param versions how many returns of the period each unit has handed in
 */
export function vagueAcknowledgements(
  list: readonly Acknowledgement[],
  findings: readonly Finding[],
  versions: ReadonlyMap<string, number>,
): Diagnostic[] {
  const held = new Set(findings.map((finding) => finding.acknowledgement));
  return list.flatMap((given) => {
    const times = versions.get(given.unit) ?? 0;
    return given.found === '' && times > 1 && held.has(given)
      ? [{ ...messages.acknowledgementVague(given.at, idOf(given), given.unit, times), about: [given.unit] }]
      : [];
  });
}

/** One error while findings that ask for verification are neither mended nor acknowledged. */
export function openFindings(ledger: Ledger): Diagnostic[] {
  const open = ledger.findings.filter((finding) => finding.effect === 'verify' && !finding.acknowledgement);
  if (open.length === 0) return [];
  const { id, year } = ledger.period;
  return [
    messages.findingsOpen(id, acknowledgementsFile(year, id), [
      ...new Set(open.map((finding) => finding.id)),
    ]),
  ];
}
