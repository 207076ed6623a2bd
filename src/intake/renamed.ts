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

/** The unit's name; a stranger as it is written. */
const now = (names: UnitNames, name: string): string => names.resolve(name) ?? name;

const keysNow = <T>(record: Readonly<Record<string, T>>, names: UnitNames): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [now(names, name), value]));

export function meetingByNames(meeting: Meeting, names: UnitNames): Meeting {
  const all = (written: readonly string[]): string[] => written.map((name) => now(names, name));
  return {
    ...meeting,
    observers: all(meeting.observers),
    excused: all(meeting.excused),
    decisions: meeting.decisions.map((decision) => ({
      ...decision,
      lead: now(names, decision.lead),
      cooperating: all(decision.cooperating),
    })),
    supervision: { ...meeting.supervision, numbers: keysNow(meeting.supervision.numbers, names) },
  };
}

/** Those on returns of units: findings on projects and cities name places, which may be called like a unit. */
export const acknowledgementByNames = (given: Acknowledgement, names: UnitNames): Acknowledgement =>
  periodIdSchema.safeParse(given.period).success ? { ...given, unit: now(names, given.unit) } : given;

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
  sender: now(names, refusal.sender),
  ...(refusal.named && { named: refusal.named.map((name) => now(names, name)) }),
});
