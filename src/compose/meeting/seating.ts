/**
 * Who sits where at the meeting. At the head of the room the chair sits in the middle, the second at the chair's left hand,
 * the third at the right, and so on by turns; of an even number the first two share the middle. In the hall units sit by
 * rows or outwards from the aisle: both are customary; nobody sits in the last row alone.
 */
import type { Ledger } from '../../model/ledger/ledger.ts';
import { attendeesOf, personName } from './attendees.ts';

/** The chair, as long as nobody knows who that is; other leaders are told by their posts at least. */
const CHAIR = '主持人';
/** Seats of a row; even, as the aisle runs through its middle. */
const FEWEST_ACROSS = 6;
const MOST_ACROSS = 14;
/** Rows are so many times longer than there are rows: a hall is wider than deep. */
const BREADTH = 1.6;

export interface Seating {
  /** From the left as one looks at the head of the room, which is at the top of the plan. */
  head: string[];
  /** From the front; null is a free seat. All are of the same, even length. */
  rows: (string | null)[][];
}

export function seatingOf(ledger: Ledger): Seating {
  const { leaders, inPerson, units, cities, observers } = attendeesOf(ledger);
  const { across, order } = ledger.meeting.seating;
  const hall = [
    ...inPerson,
    ...units.filter((name) => !inPerson.includes(name)),
    ...cities.map((city) => city.name),
    ...observers,
  ];
  const places = across ?? usualAcross(hall.length);
  return {
    head: aroundTheFirst(leaders.map((person) => personName(person) || CHAIR)),
    rows: inRows(hall, places, order === 'middle' ? fromTheAisle(places) : undefined),
  };
}

function usualAcross(seats: number): number {
  const even = 2 * Math.ceil(Math.sqrt(seats * BREADTH) / 2);
  return Math.min(MOST_ACROSS, Math.max(FEWEST_ACROSS, even));
}

/** 1 2 3 4 5 → 5 3 1 2 4: whoever looks down the hall has the left hand at the right of the plan. */
const aroundTheFirst = (names: readonly string[]): string[] => [
  ...names.filter((_, i) => i > 0 && i % 2 === 0).reverse(),
  ...names.slice(0, 1),
  ...names.filter((_, i) => i % 2 === 1),
];

/** Places of a row in the order in which they are taken: beside the aisle first, at its left before its right. */
function fromTheAisle(across: number): number[] {
  const half = across / 2;
  return Array.from({ length: half }, (_, i) => [half - 1 - i, half + i]).flat();
}

function inRows(names: readonly string[], across: number, order?: readonly number[]): (string | null)[][] {
  const sizes = rowSizes(names.length, across);
  return sizes.map((size, row) => {
    const before = sizes.slice(0, row).reduce((sum, one) => sum + one, 0);
    // Whoever sits by rows sits about the aisle where the row has free seats.
    const aside = order ? 0 : Math.floor((across - size) / 2);
    const seats: (string | null)[] = Array.from({ length: across }, () => null);
    for (const [i, name] of names.slice(before, before + size).entries())
      seats[order?.[i] ?? aside + i] = name;
    return seats;
  });
}

/** Full rows from the front; a last one that would be less than half full shares with the one before it. */
function rowSizes(count: number, across: number): number[] {
  const full = Math.floor(count / across);
  const last = count % across;
  if (last === 0) return Array.from({ length: full }, () => across);
  const front = Array.from({ length: Math.max(0, full - 1) }, () => across);
  if (full === 0) return [last];
  if (2 * last >= across) return [...front, across, last];
  const shared = Math.ceil((across + last) / 2);
  return [...front, shared, across + last - shared];
}
