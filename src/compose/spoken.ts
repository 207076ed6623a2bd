/** Of what a document speaks follows from what it reads: names in its templates, and what tables, charts and boxes are made of. */
import { isYear, type Ledger, type Subject } from '../model/ledger/ledger.ts';
import type { Spoken } from '../model/ledger/spoken.ts';

/** By the first part of a template's name; see views/quarter.ts, month.ts and year.ts. */
const OF_NAMES: Readonly<Record<string, keyof Spoken>> = { 项目: 'projects', 地市: 'cities', 地区: 'cities' };

/**
 * Notes that a template looks up the name: 项目.总.投资, ../../地市.前列. What could not be read is missed where it is not
 * found; a book is asked beforehand what it lacks, and does without what its templates guard.
 */
export function noteName(name: string, found: unknown, book: boolean, spoken: Spoken): void {
  const root = name.split(/[./]/).find((part) => part !== '' && part !== 'this');
  const of = root === undefined ? undefined : OF_NAMES[root];
  const nothing = found === null || (Array.isArray(found) && found.length === 0);
  if (of && !(book && nothing)) spoken[of] = true;
}

/** The subject, which notes whether somebody reads of projects or cities. */
export function noting(subject: Subject, spoken: Spoken): Subject {
  if (!isYear(subject)) return noted(subject, false, spoken);
  return noted({ ...subject, quarter: noted(subject.quarter, true, spoken) }, true, spoken);
}

function noted<T extends Subject | Ledger>(subject: T, book: boolean, spoken: Spoken): T {
  const own = { ...subject };
  for (const of of ['projects', 'cities'] as const) {
    const property = Object.getOwnPropertyDescriptor(subject, of);
    if (!property || (book && property.value === null)) continue;
    const get = (): unknown => {
      spoken[of] = true;
      return property.value;
    };
    Object.defineProperty(own, of, { get, enumerable: true });
  }
  return own;
}
