/** Projects of one kind, or of all: the whole, city by city with ranks, field by field, month by month. */
import { groupBy } from '../../base/group.ts';
import type { CityProjects, ProjectGroup, ProjectRecord } from '../../model/ledger/project-ledger.ts';
import { type Month, monthOf, quarterOf } from '../../model/period.ts';
import { type ProjectRules, projectKindName } from '../../model/region/project.ts';
import { movement, ranksOf } from '../ranking.ts';
import { completion, summarise } from './summary.ts';

/** Records of the year's months, index 0 = January; the last one is the month that is spoken of. */
type RecordsByMonth = readonly (readonly ProjectRecord[])[];

interface Cities {
  order: readonly string[];
  /** Those that are ranked. */
  compared: readonly string[];
}

/** @param kind null for all projects together · @param byMonth records of all kinds, month by month up to `month` */
export function projectGroup(
  kind: string | null,
  byMonth: RecordsByMonth,
  month: Month,
  cities: Cities,
  rules: ProjectRules,
): ProjectGroup {
  const own = byMonth.map((records) => records.filter((r) => kind === null || r.project.kind === kind));
  const name = kind === null ? '重点项目' : projectKindName(kind, rules);
  const current = own.at(-1) ?? [];
  const fields = groupBy(current, (record) => record.project.category);
  return {
    kind,
    name,
    summary: summarise(current, month, name),
    cities: rankCities(own, month, cities, name, (no) => reportedIn(byMonth, no)),
    categories: [...fields].map(([field, records]) => ({
      name: field,
      summary: summarise(records, month, `${field}类${name}`),
    })),
    byMonth: own.flatMap((records, i) => {
      if (!reportedIn(byMonth, i + 1)) return [];
      const at = monthOf(month.year, i + 1);
      return { month: at, summary: summarise(records, at, name) };
    }),
  };
}

/** Whether anybody reported on a project for the month: one without returns is unknown, not nought. */
const reportedIn = (byMonth: RecordsByMonth, no: number): boolean =>
  byMonth[no - 1]?.some((record) => record.months[no - 1]?.entry) ?? false;

/** Cities without a project of the kind are left out. */
function rankCities(
  own: RecordsByMonth,
  month: Month,
  { order, compared }: Cities,
  name: string,
  reported: (no: number) => boolean,
): CityProjects[] {
  const present = order.filter((city) => own.at(-1)?.some((r) => r.project.city === city));
  const recordsOf = (city: string, no: number): ProjectRecord[] =>
    (own[no - 1] ?? []).filter((r) => r.project.city === city);
  /** Of those of which something was known by then. */
  const ranksAt = (no: number): (number | null)[] =>
    reported(no)
      ? ranksOf(
          present.map((city) => {
            const records = recordsOf(city, no);
            const known = compared.includes(city) && records.some((r) => r.invested !== null);
            return known ? (completion(records)?.value ?? null) : null;
          }),
        )
      : present.map(() => null);
  const now = present.map((city) => summarise(recordsOf(city, month.month), month, `${city}${name}`));
  const ranks = ranksOf(
    now.map((s, i) => (compared.includes(present[i] as string) ? (s.rate?.value ?? null) : null)),
  );
  const lastMonth = ranksAt(month.month - 1);
  const lastQuarter = ranksAt((quarterOf(month).quarter - 1) * 3);
  return present.map((city, i) => ({
    city,
    summary: now[i] as CityProjects['summary'],
    rank: movement(ranks[i] ?? null, lastMonth[i] ?? null),
    sinceQuarter: movement(ranks[i] ?? null, lastQuarter[i] ?? null),
  }));
}
