/** Who sits at the table: leaders, units of the plan by their part in it, cities, observers. */
import type { City } from '../model/city.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Person } from '../model/meeting.ts';
import { unitsOf, urged } from './outstanding.ts';

export interface Attendees {
  /** The chair first; a post that nobody gave is ''. */
  leaders: Person[];
  /** Unit names: those that lead a 专项, those that only cooperate, those that answer for a task or goal besides. */
  leads: string[];
  cooperating: string[];
  others: string[];
  /** 主要负责同志 of these come: those that lead, and those that answer for what is urged. */
  inPerson: string[];
  /** All of these together. */
  units: string[];
  cities: City[];
  observers: string[];
}

export function attendeesOf(ledger: Ledger): Attendees {
  const { plan, meeting } = ledger;
  const named = (names: Iterable<string>, except: readonly string[]): string[] =>
    protocolOrder(
      ledger,
      [...new Set(names)].filter((name) => !except.includes(name)),
    );
  const leads = named(
    plan.tracks.flatMap((track) => track.leads),
    [],
  );
  const cooperating = named(
    plan.tracks.flatMap((track) => [
      ...track.cooperating,
      ...track.tasks.flatMap((task) => task.cooperating ?? []),
    ]),
    leads,
  );
  const others = named(
    [...ledger.tasks.map((task) => task.unit), ...ledger.goals.map((goal) => goal.goal.responsible.unit)],
    [...leads, ...cooperating],
  );
  const answering = unitsOf(urged(ledger, null));
  return {
    inPerson: protocolOrder(ledger, [
      ...leads,
      ...[...cooperating, ...others].filter((name) => answering.has(name)),
    ]),
    leaders: [meeting.chair, ...meeting.leaders.filter((person) => personName(person) !== '')],
    leads,
    cooperating,
    others,
    units: protocolOrder(ledger, [...leads, ...cooperating, ...others]),
    cities: meeting.cities ? (ledger.cities?.cities.map((record) => record.city) ?? []) : [],
    observers: meeting.observers.filter((name) => ![...leads, ...cooperating, ...others].includes(name)),
  };
}

/** 党委部门 before 政府部门, each in the order of units.yaml; names that it does not know come last. */
function protocolOrder({ units }: Ledger, names: readonly string[]): string[] {
  const order = new Map(
    units.map((unit, i) => [unit.name, i + (/^[省市县区]?委/.test(unit.name) ? 0 : units.length)]),
  );
  const place = (name: string): number => order.get(name) ?? Number.POSITIVE_INFINITY;
  return [...names].sort((a, b) => place(a) - place(b) || 0);
}

/** All that are governments together, the others by name: 各设区市人民政府，赣江新区管委会. `place`: 设区市. */
export function cityAddressees(cities: readonly City[], place: string): string[] {
  const governments = cities.filter((city) => city.fullName.endsWith('人民政府'));
  const rest = cities.filter((city) => !governments.includes(city));
  return [
    ...(governments.length > 1 ? [`各${place}人民政府`] : governments.map((city) => `${city.name}人民政府`)),
    ...rest.map((city) => city.aliases.find((alias) => alias.endsWith('管委会')) ?? city.name),
  ];
}

/** A name card or a line of a list: the name where it is known, the post otherwise. */
export const personName = ({ post, name }: Person): string => name || post;
