/**
 * What names units beside the plan, with every unit by the name that the roster has now: a department that is renamed in the
 * year stands in files on earlier meetings, findings and letters by the name that it had then.
 */
import type { Meeting } from '../model/meeting.ts';
import type { Office } from '../model/office.ts';
import { periodIdSchema } from '../model/period.ts';
import type { Acknowledgement } from '../model/returns/acknowledgement.ts';
import type { Refusal } from '../model/returns/refusal.ts';
import type { UnitNames } from './plan/units.ts';

const keysNow = <T>(record: Readonly<Record<string, T>>, names: UnitNames): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [names.canonical(name), value]));

export function meetingByNames(meeting: Meeting, names: UnitNames): Meeting {
  return {
    ...meeting,
    observers: meeting.observers.map(names.canonical),
    excused: meeting.excused.map(names.canonical),
    decisions: meeting.decisions.map((decision) => ({
      ...decision,
      lead: names.canonical(decision.lead),
      cooperating: decision.cooperating.map(names.canonical),
    })),
    supervision: { ...meeting.supervision, numbers: keysNow(meeting.supervision.numbers, names) },
  };
}

/** Those on returns of units: findings on projects and cities name places, which may be called like a unit. */
export const acknowledgementByNames = (given: Acknowledgement, names: UnitNames): Acknowledgement =>
  periodIdSchema.safeParse(given.period).success ? { ...given, unit: names.canonical(given.unit) } : given;

export const officeByNames = (office: Office, names: UnitNames): Office => ({
  ...office,
  reminders: Object.fromEntries(
    Object.entries(office.reminders).map(([period, settings]) => [
      period,
      { ...settings, numbers: keysNow(settings.numbers, names) },
    ]),
  ),
});

export const refusalByNames = (refusal: Refusal, names: UnitNames): Refusal => ({
  ...refusal,
  sender: names.canonical(refusal.sender),
  ...(refusal.named && { named: refusal.named.map(names.canonical) }),
});
