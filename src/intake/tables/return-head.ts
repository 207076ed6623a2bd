/** What a city's return says of itself above its table: who reports, for when, received when. */
import { parseDate } from '../../base/chinese/date.ts';
import { comparisonKey } from '../../base/chinese/text.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { periodMismatch, unreadableDate } from '../../base/messages/intake.ts';
import { factMissing, headConflict, unknownCity } from '../../base/messages/tables.ts';
import type { Located, Origin } from '../../base/origin.ts';
import { nameOf, parseMonth, parsePeriod } from '../../model/period.ts';
import type { UnitNames } from '../plan/units.ts';
import type { Table } from './table.ts';

/** How one kind of return says it; labels as the form has them. */
export interface HeadWords {
  labels: { unit: string; when: string; receivedAt: string; demo: string };
  /** The id (2022Q3, 2022-08) of what was written; undefined when it is none. */
  readWhen(text: string): string | undefined;
  whenUnreadable(at: Origin, text: string): Diagnostic;
}

export interface ExpectedHead {
  /** Id of the quarter or month for which the file was handed in (that of its folder); null takes the file's word. */
  when: string | null;
  /** ISO date of receipt, where the office has registered it; otherwise the file has to say it. */
  receivedAt: string | undefined;
}

export interface ReturnHead {
  city: string;
  /** 2022Q3, 2022-08 */
  when: string;
  /** ISO date. */
  receivedAt: string;
  demo: boolean;
}

/** The first of what is said; null, and told, when two say different things. @param cities whose it is, or may be, then */
function agreed(
  all: readonly Located<string>[],
  read: (text: string) => string | undefined,
  label: string,
  cities: (said: readonly string[]) => readonly string[],
  diagnostics: Diagnostic[],
): Located<string> | undefined | null {
  // A file's name may contradict its content, not stand for it.
  const [first, ...others] = all.some(({ at }) => at.cell !== undefined || at.line !== undefined) ? all : [];
  const own = first && read(first.value);
  const against = own && others.find(({ value }) => (read(value) ?? own) !== own);
  if (!first || !against) return first;
  const said = [own, read(against.value) ?? own];
  diagnostics.push(headConflict(against.at, label, [first.value, against.value], cities(said)));
  return null;
}

/** A day (2022年9月5日, 20230105) is when it was sent, not for when. */
const WHEN_IN_NAME =
  /(?<!\d)20\d{2}\s*[年_.-]?\s*(?:[Qq][1-4]|第?[一二三四1-4]季度|\d{1,2}月(?!\s*\d{1,2}\s*[日号]))/;

const COUNTY = /[县区](?!域)/;

/** A name that holds two cities tells nothing. */
function fileNameFacts(
  file: string,
  cities: UnitNames,
): { city: Located<string>[]; when: Located<string>[] } {
  const name = (file.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]*$/, '').normalize('NFKC');
  const found = cities.within(comparisonKey(name));
  const when = WHEN_IN_NAME.exec(name)?.[0].replace(/[_.-]/g, '');
  return {
    city: found.length === 1 ? [{ value: found[0] as string, at: { file } }] : [],
    when: when ? [{ value: when, at: { file } }] : [],
  };
}

/** 2022年三季度 for 2022Q3. */
function calledIn(id: string): string {
  const known = parsePeriod(id) ?? parseMonth(id);
  return known ? nameOf(known) : id;
}

/** No value without a known city, the expected quarter or month, and a date of receipt. */
export function readReturnHead(
  file: string,
  table: Table<string>,
  { labels, readWhen, whenUnreadable }: HeadWords,
  cities: UnitNames,
  expected: ExpectedHead,
  diagnostics: Diagnostic[],
): ReturnHead | undefined {
  const names = fileNameFacts(file, cities);
  // 赣州市工信局 and 江西省赣州市 report for 赣州市.
  const cityIn = (text: string): string | undefined => {
    const own = cities.resolve(text);
    if (own !== undefined) return own;
    const [one, another] = cities.within(comparisonKey(text));
    // 南昌县 is not 南昌市, though the city is called 南昌 for short, nor is 赣州市某某开发区 赣州市, but 南昌市（含高新区） is all of it;
    // 东湖区教育局 reports for 东湖区 where that is a place.
    const beside = (one === undefined ? text : text.replace(one, '')).replace(/[（(]含[^）)]*[）)]/, '');
    if (COUNTY.test(beside)) return undefined;
    return another === undefined ? one : undefined;
  };
  const unit = agreed(
    [...table.facts(labels.unit), ...names.city],
    cityIn,
    labels.unit,
    (said) => said,
    diagnostics,
  );
  if (unit === null) return undefined;
  const city = unit && cityIn(unit.value);
  if (!unit) diagnostics.push(factMissing(file, labels.unit));
  else if (!city) diagnostics.push(unknownCity(unit.at, unit.value, cities.suggest(unit.value)));
  const own = city === undefined ? [] : [city];
  const said = agreed(
    [...table.facts(labels.when), ...names.when],
    readWhen,
    labels.when,
    () => own,
    diagnostics,
  );
  if (said === null) return undefined;
  const when = said && readWhen(said.value);
  if (!said) diagnostics.push(factMissing(file, labels.when));
  else if (!when) diagnostics.push(whenUnreadable(said.at, said.value));
  const wanted = expected.when ?? when;
  if (said && when && wanted && when !== wanted)
    diagnostics.push(periodMismatch(said.at, said.value, when, calledIn(wanted), own));
  const received = expected.receivedAt ? undefined : table.fact(labels.receivedAt);
  const receivedAt = received ? parseDate(received.value) : expected.receivedAt;
  if (received && !receivedAt)
    diagnostics.push(unreadableDate(received.at, labels.receivedAt, received.value));
  if (!received && !receivedAt) diagnostics.push(factMissing(file, labels.receivedAt));
  if (!city || !when || when !== wanted || !receivedAt) return undefined;
  return { city, when, receivedAt, demo: table.fact(labels.demo)?.value === '演示数据' };
}
