/** What a ::chart or ::table of statistics asks for, read from its attributes. */
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import type { Origin } from '../../base/origin.ts';
import type { YearLedger } from '../../model/ledger/ledger.ts';
import { type Statistic, VINTAGES, type Vintage } from '../../model/statistics/statistic.ts';
import type { ChartContent } from '../chart-content.ts';

export type Attributes = Record<string, string>;

/** Where the call stands, and how it tells what is wrong. */
export interface Asking {
  at: Origin;
  report(problem: Diagnostic): void;
  /** An attribute that can't be read. */
  wrong(attribute: string, found: string, expected: string): void;
}

/** Undefined when something was wrong; it has been told. */
export type KindBuilder = (
  attributes: Attributes,
  year: YearLedger,
  asking: Asking,
) => ChartContent | undefined;

/** One series as asked for: `city-va:增加值` names it. */
export interface NamedValues {
  id: string;
  name: string;
  values: Statistic[];
}

export const parts = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/[,，]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const ids = (text: string | undefined): { id: string; name: string | undefined }[] =>
  parts(text).map((part) => {
    const [id = '', name] = part.split(/[:：]/);
    return { id, name };
  });

/** Undefined when something was wrong; it has been told. */
function take<T>(outcome: Outcome<T>, asking: Asking): T | undefined {
  for (const problem of outcome.diagnostics) asking.report(problem);
  return outcome.value;
}

function vintageOf({ vintage }: Attributes, asking: Asking): Vintage | undefined {
  if (vintage === undefined) return undefined;
  const known = VINTAGES.find((one) => one === vintage);
  if (!known) asking.wrong('vintage', vintage, VINTAGES.join('、'));
  return known;
}

/** `years=2018-2022` or `periods="2021Q1,2021Q2"`; all that there is where neither is given. */
function wantedPeriod(attributes: Attributes): (value: Statistic) => boolean {
  const list = parts(attributes['periods']);
  if (list.length > 0) return (value) => list.includes(value.period.id);
  const [, from, to] = /^(\d{4})(?:[-—～](\d{4}))?$/.exec(attributes['years'] ?? '') ?? [];
  if (from === undefined) return () => true;
  return ({ period }) => period.year >= Number(from) && period.year <= Number(to ?? from);
}

/** Series over time. `which`: the attribute that lists them. */
export function overTime(
  attributes: Attributes,
  { desk }: YearLedger,
  asking: Asking,
  which = 'series',
): NamedValues[] | undefined {
  const { region } = attributes;
  const vintage = vintageOf(attributes, asking);
  const wanted = wantedPeriod(attributes);
  const found = ids(attributes[which]).map(({ id, name }): NamedValues | undefined => {
    const values = take(
      desk.overTime(id, { ...(region ? { region } : {}), ...(vintage ? { vintage } : {}) }),
      asking,
    )?.filter(wanted);
    if (!values) return undefined;
    if (values.length === 0) {
      asking.wrong('years', attributes['years'] ?? attributes['periods'] ?? '', `系列“${id}”有数的时期`);
      return undefined;
    }
    return { id, name: name ?? values[0]?.series.name ?? id, values };
  });
  if (found.length === 0) asking.wrong(which, attributes[which] ?? '', '统计系列的编号，用逗号分开');
  return whole(found);
}

/** Series over the parts of the province at one time. */
export function overRegions(
  attributes: Attributes,
  { desk }: YearLedger,
  asking: Asking,
  options: { which?: string; period?: string } = {},
): NamedValues[] | undefined {
  const { which = 'series', period = attributes['period'] } = options;
  const vintage = vintageOf(attributes, asking);
  if (period === undefined) {
    asking.wrong('period', '', '一个时期，如 2022；期末数写 2022-12-31');
    return undefined;
  }
  const found = ids(attributes[which]).map(({ id, name }): NamedValues | undefined => {
    const values = take(desk.overRegions(id, period, vintage), asking);
    return values && { id, name: name ?? values[0]?.series.name ?? id, values };
  });
  if (found.length === 0) asking.wrong(which, attributes[which] ?? '', '统计系列的编号，用逗号分开');
  return whole(found);
}

const whole = <T>(found: (T | undefined)[]): T[] | undefined => {
  const kept = found.filter((one) => one !== undefined);
  return kept.length === found.length && kept.length > 0 ? kept : undefined;
};

/** Whether the series may share an axis; tells why where not. */
export function mayShareAxis(series: readonly NamedValues[], year: YearLedger, asking: Asking): boolean {
  const firsts = series.flatMap(({ values }) => values.find((value) => value.figure) ?? []);
  const sameTime = firsts.flatMap(
    (value) =>
      series
        .flatMap(({ values }) => values)
        .find((one) => one.series.id === value.series.id && one.period.id === firsts.at(-1)?.period.id) ?? [],
  );
  const problems = year.desk.together(sameTime, '列入同一图表').diagnostics;
  for (const problem of problems) asking.report(problem);
  return problems.length === 0;
}

/** A number among the attributes; the default where it is absent or no number. */
export function numberOf(attributes: Attributes, name: string, fallback: number, asking: Asking): number {
  const written = attributes[name];
  if (written === undefined) return fallback;
  const value = Number(written);
  if (Number.isFinite(value)) return value;
  asking.wrong(name, written, '数字');
  return fallback;
}
