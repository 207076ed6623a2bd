/** What a city's return says of itself above its table: who reports, for when, received when. */
import { parseDate } from '../../base/chinese/date.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { periodMismatch, unreadableDate } from '../../base/messages/intake.ts';
import { factMissing, unknownCity } from '../../base/messages/tables.ts';
import type { Origin } from '../../base/origin.ts';
import type { UnitNames } from '../units.ts';
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

/** No value without a known city, the expected quarter or month, and a date of receipt. */
export function readReturnHead(
  file: string,
  table: Table<string>,
  { labels, readWhen, whenUnreadable }: HeadWords,
  cities: UnitNames,
  expected: ExpectedHead,
  diagnostics: Diagnostic[],
): ReturnHead | undefined {
  const unit = table.fact(labels.unit);
  const city = unit && cities.resolve(unit.value);
  if (!unit) diagnostics.push(factMissing(file, labels.unit));
  else if (!city) diagnostics.push(unknownCity(unit.at, unit.value, cities.suggest(unit.value)));
  const said = table.fact(labels.when);
  const when = said && readWhen(said.value);
  if (!said) diagnostics.push(factMissing(file, labels.when));
  else if (!when) diagnostics.push(whenUnreadable(said.at, said.value));
  const wanted = expected.when ?? when;
  if (said && when && wanted && when !== wanted)
    diagnostics.push(periodMismatch(said.at, said.value, wanted));
  const received = expected.receivedAt ? undefined : table.fact(labels.receivedAt);
  const receivedAt = received ? parseDate(received.value) : expected.receivedAt;
  if (received && !receivedAt)
    diagnostics.push(unreadableDate(received.at, labels.receivedAt, received.value));
  if (!received && !receivedAt) diagnostics.push(factMissing(file, labels.receivedAt));
  if (!city || !when || when !== wanted || !receivedAt) return undefined;
  return { city, when, receivedAt, demo: table.fact(labels.demo)?.value === '演示数据' };
}
