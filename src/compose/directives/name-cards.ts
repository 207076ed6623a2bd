/** ::name-cards — a 席卡 for each leader, unit, city and observer of the meeting. */
import { isQuarter } from '../../model/ledger/ledger.ts';
import { attendeesOf, personName } from '../meeting/attendees.ts';
import type { Directive } from './directive.ts';

export const nameCards: Directive = (_call, { subject }) => {
  if (!isQuarter(subject)) return [];
  const { leaders, units, cities, observers } = attendeesOf(subject);
  return [
    ...leaders.map(personName).filter((name) => name !== ''),
    ...units,
    ...cities.map((city) => city.name),
    ...observers,
  ].map((name) => ({ kind: 'nameCard', name }));
};
