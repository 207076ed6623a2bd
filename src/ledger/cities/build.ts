/** The cities at a quarter's end: CityInputs (and the project returns) × Period → CityLedger, pure. */
import { formatAmount } from '../../base/chinese/format.ts';
import { decimalsOf } from '../../base/decimal.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import {
  cityReturnMissing,
  indicatorsWithoutProjects,
  indicatorsWithoutTargets,
  valueFell,
} from '../../base/messages/cities.ts';
import { projectReturnSuperseded } from '../../base/messages/projects.ts';
import type { CityInputs, CityReturn, Indicator } from '../../model/city.ts';
import { OVERALL_ROW } from '../../model/city.ts';
import type { CityLedger, CityRecord, IndicatorRecord } from '../../model/city-ledger.ts';
import type { Figure } from '../../model/figure.ts';
import { lastMonth, type Period, periodName, previousPeriod } from '../../model/period.ts';
import type { ProjectInputs } from '../../model/project.ts';
import { type RegionHints, regionOf } from '../../model/region.ts';
import type { Rules } from '../../model/rules.ts';
import { projectRatesByCity } from '../projects/build.ts';
import { movement, ranksOf } from '../ranking.ts';
import { dutyRecords } from './duties.ts';
import { comparedFigure, composite, scores } from './score.ts';

export interface CityContext {
  /** Thresholds by which duties are judged. */
  pace: Rules['pace'];
  /** ISO date by which the quarter's returns are due; '' when not known. */
  due: string;
  /** For indicators that are worked out of the project returns. */
  projects: ProjectInputs | undefined;
  /** What the places are called by. */
  region?: RegionHints;
}

/**
 * Indicators, duties and composite ranking at the quarter's end, each with the movement since the quarter before. A
 * missing return is a warning; such a city has no rank. Indicators that are worked out of key projects are left out,
 * with a warning, where there are none: no city could have reported them; so are those that lack targets.
 */
export function buildCityLedger(
  given: CityInputs,
  period: Period,
  context: CityContext,
): { value: CityLedger; diagnostics: Diagnostic[] } {
  const unsettled = given.indicators.filter((one) => !hasTargets(one, given));
  const possible = given.indicators.filter(
    (one) => !unsettled.includes(one) && (one.basis !== 'projects' || context.projects),
  );
  const inputs = { ...given, indicators: possible };
  const before = previousPeriod(period);
  const previous = before && buildCityLedger(given, before, { ...context, due: '' }).value;
  const own = inputs.returns.filter((r) => r.period === period.id);
  const latest = new Map(own.map((r) => [r.city, r]));
  const tables = inputs.indicators.map((indicator) =>
    indicatorTable(indicator, inputs, latest, period, context, previous),
  );
  const composites = inputs.cities.map(({ name }, i) =>
    latest.has(name) && tables.length > 0
      ? composite(
          tables.map((table) => {
            const { indicator, score, applies } = table[i] as IndicatorRecord;
            return { weight: indicator.weight, score, applies };
          }),
        )
      : null,
  );
  const ranks = ranksOf(composites.map((figure) => figure?.value ?? null));
  const cities = inputs.cities.map((city, i): CityRecord => {
    const found = latest.get(city.name);
    const first = own.find((r) => r.city === city.name);
    const whole = found?.entries.find((entry) => entry.id === OVERALL_ROW);
    const last = previous?.cities[i];
    return {
      city,
      receivedAt: found?.receivedAt ?? null,
      // A correction is no late return.
      late: first !== undefined && context.due !== '' && first.receivedAt > context.due,
      indicators: tables.map((table) => table[i] as IndicatorRecord),
      duties: dutyRecords(inputs, city.name, found, period, context.pace, last),
      composite: composites[i] ?? null,
      rank: movement(ranks[i] ?? null, last?.rank.rank ?? null),
      progress: whole?.progress ?? null,
      problem: whole?.problem ?? null,
      next: whole?.next ?? null,
    };
  });
  const demo = inputs.returns.some((r) => r.demo);
  const region = regionOf(
    inputs.cities.map(({ name }) => name),
    context.region,
  );
  return {
    value: { period, region, ranking: inputs.ranking, cities, demo },
    diagnostics: [
      ...impossible(given, possible, unsettled),
      ...missing(cities, period),
      ...superseded(own, latest),
      ...fallen(cities, previous),
    ],
  };
}

/** What is compared by completion needs the target of every city: without one a city would have no points, and no fault. */
const hasTargets = ({ basis, targets }: Indicator, { cities }: CityInputs): boolean =>
  basis !== 'completion' || cities.every(({ name }) => name in targets);

function impossible(
  { indicators, indicatorsFile }: CityInputs,
  possible: readonly Indicator[],
  unsettled: readonly Indicator[],
): Diagnostic[] {
  const left = possible.reduce((sum, { weight }) => sum + weight, 0);
  const others = indicators.filter((one) => !possible.includes(one) && !unsettled.includes(one));
  const namesOf = (list: readonly Indicator[]): string[] => list.map(({ name }) => name);
  return [
    ...(others.length > 0 ? [indicatorsWithoutProjects(namesOf(others), left, indicatorsFile)] : []),
    ...(unsettled.length > 0 ? [indicatorsWithoutTargets(namesOf(unsettled), left, indicatorsFile)] : []),
  ];
}

/** One record per city, in the order of cities. */
function indicatorTable(
  indicator: Indicator,
  inputs: CityInputs,
  latest: ReadonlyMap<string, CityReturn>,
  period: Period,
  { projects }: CityContext,
  previous: CityLedger | undefined,
): IndicatorRecord[] {
  const rates =
    indicator.basis === 'projects' && projects ? projectRatesByCity(projects, lastMonth(period)) : undefined;
  const rows = inputs.cities.map(({ name }) => {
    const value =
      indicator.basis === 'projects'
        ? (rates?.get(name) ?? null)
        : (latest.get(name)?.entries.find((entry) => entry.id === indicator.id)?.value ?? null);
    const target = targetFigure(indicator, name, inputs.indicatorsFile);
    const applies = rates === undefined || rates.has(name);
    return { applies, value, target, compared: comparedFigure(indicator, value, target) };
  });
  const compared = rows.map((row) => row.compared);
  const points = scores(indicator, compared, inputs.ranking);
  const ranks = ranksOf(compared.map((figure) => figure?.value ?? null));
  return rows.map((row, i) => {
    const last = previous?.cities[i]?.indicators.find((record) => record.indicator.id === indicator.id);
    return {
      indicator,
      ...row,
      score: points[i] as Figure,
      rank: movement(ranks[i] ?? null, last?.rank.rank ?? null),
    };
  });
}

function targetFigure({ targets, unit }: Indicator, city: string, file: string): Figure | null {
  const target = targets[city];
  if (!target) return null;
  const { value, source, demo } = target;
  return {
    value,
    unit,
    decimals: decimalsOf(value),
    qualifier: '',
    provenance: { kind: 'data', at: { file }, source, demo },
  };
}

/** Told, and used all the same: nobody but the city can say which of the two is right. */
function fallen(cities: readonly CityRecord[], previous: CityLedger | undefined): Diagnostic[] {
  return cities.flatMap(({ city, indicators }, i) =>
    indicators.flatMap(({ indicator, value }) => {
      const records = previous?.cities[i]?.indicators;
      const last = records?.find((record) => record.indicator.id === indicator.id)?.value;
      const accumulates = indicator.kind === 'cumulative' && indicator.basis !== 'projects';
      if (!accumulates || !value || !last || value.value >= last.value) return [];
      const { provenance } = value;
      const at = provenance.kind === 'submission' ? provenance.at : { file: '' };
      return [valueFell(at, `${city.name}的“${indicator.name}”`, [formatAmount(value), formatAmount(last)])];
    }),
  );
}

function missing(cities: readonly CityRecord[], period: Period): Diagnostic[] {
  const folder = `data/${period.year}/cities/returns/${period.id}`;
  return cities
    .filter((record) => record.receivedAt === null)
    .map((record) => cityReturnMissing(record.city.name, periodName(period), folder));
}

function superseded(own: readonly CityReturn[], latest: ReadonlyMap<string, CityReturn>): Diagnostic[] {
  return own.flatMap((r) => {
    const kept = latest.get(r.city);
    return kept && kept !== r
      ? [projectReturnSuperseded({ file: r.file }, r.city, r.receivedAt, kept.receivedAt)]
      : [];
  });
}
