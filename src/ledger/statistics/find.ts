/** Statistics by reference: 系列@时期[/地域][#数据阶段], e.g. gdp@2021#修订, city-va@2022/南昌市. */
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import { statisticAbsent, statisticVintages } from '../../base/messages/statistics.ts';
import { nearest } from '../../base/nearest.ts';
import { byCodeUnit } from '../../base/order.ts';
import type { Origin } from '../../base/origin.ts';
import { homeOf, type Statistic, type Statistics, type Vintage } from '../../model/statistics/statistic.ts';
import { comparable } from './comparable.ts';

interface Wanted {
  id: string;
  period?: string | undefined;
  region?: string | undefined;
  vintage?: string | undefined;
}

const REFERENCE = /^([a-z][a-z0-9-]*)@([^/#]+)(?:\/([^#]+))?(?:#(.+))?$/;

/** The one value; `at` is the place that refers to it. A value that is missing (—) is found, and has no figure. */
export function statisticAt(statistics: Statistics, reference: string, at?: Origin): Outcome<Statistic> {
  const [, id, period, region, vintage] = REFERENCE.exec(reference.trim()) ?? [];
  if (id === undefined) return absent(`“${reference}”这样的引用`, at, undefined);
  const found = chosen(statistics, { id, period, region, vintage });
  if (found.length === 0) return absent(`统计数据“${reference}”`, at, suggestion(statistics, id));
  const vintages = [...new Set(found.map((value) => value.vintage))];
  if (vintages.length > 1)
    return {
      value: undefined,
      diagnostics: [{ ...statisticVintages(reference, vintages), ...(at ? { at } : {}) }],
    };
  return { value: found[0], diagnostics: [] };
}

/** Over time, oldest first: the values of a series of one region and vintage, of one kind of period. */
export function timeSeries(
  statistics: Statistics,
  id: string,
  options: { region?: string; vintage?: Vintage; periods?: readonly string[] } = {},
): Outcome<Statistic[]> {
  const found = chosen(statistics, { id, region: options.region, vintage: options.vintage }).filter(
    (value) => !options.periods || options.periods.includes(value.period.id),
  );
  const sorted = found.sort(
    (a, b) =>
      a.period.year - b.period.year ||
      a.period.index - b.period.index ||
      byCodeUnit(a.period.id, b.period.id),
  );
  return checked(statistics, id, sorted, 'period');
}

/** Over places at one time, in the order of regions.yaml; only regions that are parts of the province. */
export function regionalSeries(
  statistics: Statistics,
  id: string,
  period: string,
  vintage?: Vintage,
): Outcome<Statistic[]> {
  const found = statistics.regions
    .filter((region) => region.part)
    .flatMap((region) => chosen(statistics, { id, period, region: region.name, vintage }));
  return checked(statistics, id, found, 'region');
}

function checked(
  statistics: Statistics,
  id: string,
  values: Statistic[],
  along: 'period' | 'region',
): Outcome<Statistic[]> {
  if (values.length === 0) return absent(`统计系列“${id}”的数`, undefined, suggestion(statistics, id));
  const diagnostics = comparable(values, along, '列入同一序列');
  return { value: diagnostics.length > 0 ? undefined : values, diagnostics };
}

function chosen(statistics: Statistics, { id, period, region, vintage }: Wanted): Statistic[] {
  const own = statistics.values.filter((value) => value.series.id === id);
  const regions = [...new Set(own.map((value) => value.region))];
  const home = homeOf(statistics)?.name;
  const place = region ?? (regions.length !== 1 || regions.includes(home ?? '') ? home : regions[0]);
  return own.filter(
    (value) =>
      value.region === place &&
      (period === undefined || value.period.id === period) &&
      (vintage === undefined || value.vintage === vintage),
  );
}

const suggestion = (statistics: Statistics, id: string): string | undefined =>
  statistics.series.some((series) => series.id === id)
    ? undefined
    : nearest(
        id,
        statistics.series.map((series) => series.id),
      );

const absent = <T>(what: string, at: Origin | undefined, near: string | undefined): Outcome<T> => {
  const diagnostics: Diagnostic[] = [statisticAbsent(at, what, near)];
  return { value: undefined, diagnostics };
};
