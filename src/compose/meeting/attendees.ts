/** Who sits at the table: leaders, units of the plan by their part in it, cities, observers. */

import type { Ledger } from '../../model/ledger/ledger.ts';
import type { Person } from '../../model/meeting.ts';
import type { City } from '../../model/region/city.ts';
import { TO_BE_NAMED } from '../../model/unit.ts';
import { openDecisions } from './decisions.ts';
import { requestsOf } from './requests.ts';
import { reports, speakersOf } from './speakers.ts';

export interface Attendees {
  /** The chair first; a post that nobody gave is ''. */
  leaders: Person[];
  /**
   * Unit names: those that lead a 专项, those that only cooperate, those that answer for a task or goal besides, are asked for
   * help, to which they answer at the meeting, or have not settled what the last meeting decided (of last year's plan, too).
   */
  leads: string[];
  cooperating: string[];
  others: string[];
  /** 主要负责同志 of these come: those that lead, and that report at the meeting, as all do of which something is urged. */
  inPerson: string[];
  /** All of these together. */
  units: string[];
  /** Those of `units` that are places, too (a 开发区, a county that leads a task); of all that come, what is left are offices. */
  places: { unit: string; city: City }[];
  /** Places beside these. */
  cities: City[];
  observers: string[];
}

export function attendeesOf(ledger: Ledger): Attendees {
  const { plan, meeting } = ledger;
  const named = (names: Iterable<string>, except: readonly string[]): string[] =>
    protocolOrder(
      ledger,
      [...new Set(names)].filter((name) => name !== TO_BE_NAMED && !except.includes(name)),
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
    [
      ...ledger.tasks.map((task) => task.unit),
      ...ledger.goals.map((goal) => goal.goal.responsible.unit),
      ...askedUnits(ledger),
    ],
    [...leads, ...cooperating],
  );
  const units = protocolOrder(ledger, [...leads, ...cooperating, ...others]);
  const places = placesAmong(units, ledger);
  const seated = new Set(places.map(({ city }) => city));
  const reporting = new Set(
    speakersOf(ledger)
      .filter(reports)
      .map(({ unit }) => unit),
  );
  return {
    inPerson: protocolOrder(ledger, [
      ...leads,
      ...[...cooperating, ...others].filter((name) => reporting.has(name)),
    ]),
    leaders: [meeting.chair, ...meeting.leaders.filter((person) => personName(person) !== '')],
    leads,
    cooperating,
    others,
    units,
    places,
    cities: meeting.cities ? ledger.places.filter((city) => !seated.has(city)) : [],
    observers: meeting.observers.filter((name) => !units.includes(name)),
  };
}

/** Those of units.yaml: what is asked of the 领导小组办公室, or of somebody whom nobody knows, brings nobody to the table. */
function askedUnits(ledger: Ledger): string[] {
  const known = new Set(ledger.units.map(({ name }) => name));
  return [
    ...requestsOf(ledger).flatMap(({ request }) => request.with),
    ...openDecisions(ledger).map(({ decision }) => decision.lead),
  ].filter((name) => known.has(name));
}

/** A place that reports may be a unit of the plan, too; it gets one invitation and one seat. */
function placesAmong(units: readonly string[], ledger: Ledger): Attendees['places'] {
  const names = ({ name, fullName, aliases }: City): string[] => [
    name,
    fullName,
    ...['人民政府', '管委会', '管理委员会'].map((office) => name + office),
    ...aliases,
  ];
  return units.flatMap((unit) => {
    const known = ledger.units.find((one) => one.name === unit);
    const called = new Set(known ? [unit, known.fullName, ...known.aliases] : [unit]);
    const city = ledger.places.find((place) => names(place).some((name) => called.has(name)));
    return city ? [{ unit, city }] : [];
  });
}

/** 党委部门 before 政府部门, each in the order of units.yaml; names that it does not know come last. */
function protocolOrder({ units }: Ledger, names: readonly string[]): string[] {
  const order = new Map(
    units.map((unit, i) => [
      unit.name,
      i + (/^(?:[省市县区州盟旗地]?委|自治区党委)/.test(unit.name) ? 0 : units.length),
    ]),
  );
  const place = (name: string): number => order.get(name) ?? Number.POSITIVE_INFINITY;
  return [...names].sort((a, b) => place(a) - place(b) || 0);
}

/** What a place's office is called behind its name, where that is no 人民政府; several are addressed together. */
const OFFICES = ['街道办事处', '行政公署'];
/** Beside the ordinary places, even where it has a government: 神农架林区. */
const BESIDE = /(?:新|林)区$/;

/**
 * All that are governments together, the others by name: 各设区市人民政府，赣江新区管委会; 各乡镇人民政府，各街道办事处.
 * `place`: 设区市. `apart`: places that are named by themselves, beside which the others are 其他设区市人民政府.
 */
export function cityAddressees(
  cities: readonly City[],
  place: string,
  apart: readonly City[] = [],
): string[] {
  const office = ({ name, fullName }: City): string =>
    OFFICES.find((one) => fullName.endsWith(one)) ??
    (name.endsWith('街道') ? '街道办事处' : /(?:地区|盟)$/.test(name) ? '行政公署' : '');
  const governs = (city: City): boolean =>
    office(city) === '' && !BESIDE.test(city.name) && isGovernment(city);
  const governments = cities.filter(governs);
  const all = (alike: (city: City) => boolean): string => (apart.some(alike) ? '其他' : '各');
  const grouped = OFFICES.map((one) => cities.filter((city) => office(city) === one));
  const named = cities.filter((city) => !governments.includes(city) && office(city) === '');
  const kind = kindOf(governments, place, grouped.flat().length > 0);
  return [
    ...(governments.length > 1
      ? [`${all(governs)}${kind}人民政府`]
      : governments.map((city) => `${city.name}人民政府`)),
    ...grouped.flatMap((those, i) =>
      addressed(
        those,
        OFFICES[i] as string,
        all((city) => office(city) === OFFICES[i]),
      ),
    ),
    ...named.map(byName),
  ];
}

const isGovernment = ({ name, fullName }: City): boolean =>
  fullName.endsWith('人民政府') || (fullName === name && /[乡镇市县州旗]$|苏木$/.test(name));

/** 乡镇 of 乡镇（街道）, 州市 of 地州市, where the 街道 and 地区 are addressed beside them. */
function kindOf(governments: readonly City[], place: string, besides: boolean): string {
  if (/乡镇（街道）$/.test(place) && governments.length > 0)
    return governments.every(({ name }) => name.endsWith('镇')) ? '镇' : '乡镇';
  if (!besides) return place;
  return place === '市（地）' ? '市' : place.replace(/^[地盟](?=州?市$)/, '');
}

function addressed(those: readonly City[], office: string, all: string): string[] {
  const whole = ({ name }: City): string => (office.startsWith('街道') ? name.replace(/街道$/, '') : name);
  if (those.length < 2) return those.map((city) => `${whole(city)}${office}`);
  const leagues = those.every(({ name }) => name.endsWith('盟'));
  return [`${all}${office.startsWith('街道') ? '' : leagues ? '盟' : '地区'}${office}`];
}

function byName(city: City): string {
  const { name, fullName, aliases } = city;
  const committee = aliases.find((alias) => alias.endsWith('管委会'));
  if (committee) return committee;
  if (fullName.endsWith('人民政府')) return `${name}人民政府`;
  return /(?:管委会|管理委员会)$/.test(fullName) && !/管委会$/.test(name) ? `${name}管委会` : name;
}

/** A name card or a line of a list: the name where it is known, the post otherwise. */
export const personName = ({ post, name }: Person): string => name || post;
