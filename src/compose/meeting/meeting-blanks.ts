/** What the meeting's file leaves open: each is a gap on the pages of the pack. */
import { formatTime } from '../../base/chinese/time.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import * as messages from '../../base/messages/meetings.ts';
import type { TemplateFolder } from '../../model/document/template.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import { BLANK_MEETING } from '../../model/meeting.ts';
import { quarterBefore } from '../../model/period.ts';
import { toSupervise } from '../audiences.ts';
import { agendaOf } from './agenda.ts';
import { followsMeeting, openDecisions } from './decisions.ts';

/** Groups of the view that print facts of the meeting. */
const PRINTS_MEETING = /\{\{[^}]*(?:会议|督办)\./;

/** Whether a template prints facts of the meeting at all. */
export const printsMeeting = ({ settings, files }: TemplateFolder): boolean =>
  [JSON.stringify(settings), ...files.values()].some((text) => PRINTS_MEETING.test(text));

/** What an imported plan didn't print of itself, and what stands in its place. */
function planBlanks({ plan: { document } }: Ledger): Diagnostic[] {
  const { documentNumber, issuer, office } = document;
  const missing = named({ documentNumber, issuer, office });
  const at = { file: `data/${document.year}/plan/document.yaml` };
  return missing.length > 0 ? [messages.planBlanks(at, missing)] : [];
}

/** The gaps in one diagnostic, decisions that nobody would follow any more, an agenda that runs past the meeting's end. */
export function meetingDiagnostics(ledger: Ledger): Diagnostic[] {
  const { plan, period, meeting, office } = ledger;
  const at = { file: `data/${plan.document.year}/meetings/${period.id}.yaml` };
  const { notice, minutes, supervision } = meeting;
  const before = quarterBefore(period);
  const fileBefore = `data/${before.year}/meetings/${before.id}.yaml`;
  const urged = toSupervise(ledger).map((unit) => unit.name);
  const numberless = urged.filter((name) => !supervision.numbers[name]);
  const blanks = [
    ...named({
      date: meeting.date,
      start: meeting.start,
      place: meeting.place,
      'chair.post': meeting.chair.post,
    }),
    ...named({
      'notice.number': notice.number,
      'notice.date': notice.date,
      'notice.receiptDue': notice.receiptDue,
      'notice.materialsDue': notice.materialsDue,
      'minutes.number': minutes.number,
      'minutes.date': minutes.date,
    }),
    ...(urged.length > 0
      ? named({ 'supervision.date': supervision.date, 'supervision.deadline': supervision.deadline })
      : []),
    ...(numberless.length > 0 ? [`supervision.numbers（${numberless.length}个单位）`] : []),
    ...(meeting.decisions.length === 0 ? ['decisions'] : []),
    ...(followsMeeting(ledger) && !ledger.lastMeeting?.decisions.length
      ? [`${period.quarter > 1 ? `${before.id}.yaml` : fileBefore} 的 decisions`]
      : []),
  ];
  const contact = named({ 'contact.person': office.contact.person, 'contact.phone': office.contact.phone });
  const total = agendaOf(ledger);
  const dropped = meeting.decisions.length > 0 ? notTakenUp(ledger) : [];
  const gone = leadsGone(ledger);
  const end = total.items.at(-1)?.end ?? '';
  return [
    ...(blanks.length > 0
      ? [
          messages.meetingBlanks(at, blanks, contact, {
            officeFile: `data/${plan.document.year}/office.yaml`,
            missing: [
              ...(meeting === BLANK_MEETING ? [at.file] : []),
              ...(followsMeeting(ledger) && !ledger.lastMeeting ? [fileBefore] : []),
            ],
            // The one before is the nearest to copy.
            example: ledger.lastMeeting ? fileBefore : null,
          }),
        ]
      : []),
    ...planBlanks(ledger),
    ...(dropped.length > 0 ? [messages.decisionsDropped(at, dropped)] : []),
    ...(gone.length > 0
      ? [messages.decisionUnitsGone({ file: fileBefore }, gone, `data/${period.year}/units.yaml`)]
      : []),
    ...(meeting.end !== '' && end > meeting.end
      ? [messages.agendaTooLong(at, total.minutes, formatTime(end), formatTime(meeting.end))]
      : []),
  ];
}

/**
 * Numbers of decisions of the last meeting that are open and whose task this meeting decided nothing about; where they
 * name no task, nothing of what it decided is led by the same unit.
 */
const notTakenUp = (ledger: Ledger): number[] =>
  openDecisions(ledger).flatMap(({ decision: { no, task, lead } }) =>
    ledger.meeting.decisions.some((one) => (task === null ? one.lead === lead : one.task === task))
      ? []
      : [no],
  );

/** Of the same year they are held against its units when they are read. */
const leadsGone = (ledger: Ledger): string[] => {
  const known = new Set(ledger.units.map(({ name }) => name));
  const leads = openDecisions(ledger).map(({ decision }) => decision.lead);
  return [...new Set(leads)].filter((lead) => !known.has(lead));
};

const named = (fields: Record<string, string>): string[] =>
  Object.entries(fields)
    .filter(([, value]) => value === '')
    .map(([name]) => name);
