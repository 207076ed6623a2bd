/** The cities at a quarter's end: CityInputs (and the project returns) × Period → CityLedger, pure. */
import { decimalsOf, multiply, scale } from '../../base/decimal.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { indicatorsWithoutProjects, indicatorsWithoutTargets } from '../../base/messages/cities.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { CityLedger, CityRecord, IndicatorRecord } from '../../model/ledger/city-ledger.ts';
import { lastMonth, type Period, previousPeriod } from '../../model/period.ts';
import type { Rules } from '../../model/plan/rules.ts';
import type { CityEntry, CityInputs, CityReturn, Indicator } from '../../model/region/city.ts';
import { OVERALL_ROW } from '../../model/region/city.ts';
import type { ProjectInputs } from '../../model/region/project.ts';
import { type RegionHints, regionOf } from '../../model/region/region.ts';
import { type Acknowledgement, cityAcknowledgements } from '../../model/returns/acknowledgement.ts';
import { type Came, NOTHING_CAME } from '../../model/returns/came.ts';
import { isLate } from '../../model/returns/return-standing.ts';
import { type Versions, versionsBy } from '../../model/returns/versions.ts';
import { projectRatesByCity } from '../projects/build.ts';
import { comparable, movement, ranksAmong } from '../ranking.ts';
import { supersededIn } from '../returns/merge.ts';
import { told } from '../returns/told.ts';
import type { Checked } from '../returns/void-first.ts';
import type { CityCase } from './checks/check.ts';
import { checkNumber } from './checks/index.ts';
import { dutyRecords } from './duties.ts';
import { missingTold } from './missing.ts';
import { comparedFigure, composite, scores } from './score.ts';

export interface CityContext {
  /** Thresholds by which duties are judged, and numbers called into question. */
  pace: Rules['pace'];
  checks: Rules['checks'];
  /** ISO date by which the quarter's returns are due; '' when not known. */
  due: string;
  /** For indicators that are worked out of the project returns. */
  projects: ProjectInputs | undefined;
  /** What the places are called by. */
  region?: RegionHints;
  /** What the office has noted of findings, of any period. */
  acknowledgements?: readonly Acknowledgement[];
  /** Of cities whose return came and can't be used. */
  came?: Came;
}

/**
 * Indicators, duties and composite ranking at the quarter's end, each with the movement since the quarter before. A
 * missing return is a warning; such a city has no rank. Indicators that are worked out of key projects are left out,
 * with a warning, where there are none: no city could have reported them; so are those that lack targets. `doubts`: what
 * stands behind the findings, with the way to mend it; they are told by whoever waits for them (gate.ts).
 */
export function buildCityLedger(
  given: CityInputs,
  period: Period,
  context: CityContext,
): { value: CityLedger; diagnostics: Diagnostic[]; doubts: Diagnostic[] } {
  const unsettled = given.indicators.filter((one) => !hasTargets(one, given));
  const possible = given.indicators.filter(
    (one) => !unsettled.includes(one) && (one.basis !== 'projects' || context.projects),
  );
  const inputs = { ...given, indicators: possible };
  const before = previousPeriod(period);
  // Before the first quarter that anybody reported for, nobody was asked.
  const asked = given.returns.some((r) => r.period < period.id);
  const previous =
    before && asked ? buildCityLedger(given, before, { ...context, due: '' }).value : undefined;
  const own = versionsBy(
    inputs.returns.filter((r) => r.period === period.id),
    ({ city }) => city,
  );
  const quarter: QuarterCase = { inputs, own, period, context, previous };
  const columns = inputs.indicators.map((indicator) => indicatorColumn(indicator, quarter));
  const checked = inputs.cities.flatMap((_, i) => columns.flatMap(({ found }) => found[i] ?? []));
  const cities = cityRecords(
    columns.map(({ records }) => records),
    quarter,
  );
  const region = regionOf(
    inputs.cities.map(({ name }) => name),
    context.region,
  );
  return {
    value: {
      period,
      region,
      ranking: inputs.ranking,
      cities,
      findings: checked.map(({ finding }) => finding),
      demo: inputs.returns.some((r) => r.demo),
    },
    diagnostics: [
      ...impossible(given, possible, unsettled),
      ...missingTold(cities, period, context.came ?? NOTHING_CAME),
      ...supersededIn(own),
    ],
    doubts: checked.map(({ diagnostic }) => diagnostic),
  };
}

/** What the cities of a quarter are judged by. */
interface QuarterCase {
  /** With those indicators alone that can be worked out. */
  inputs: CityInputs;
  /** The quarter's returns, by city. */
  own: ReadonlyMap<string, Versions<CityReturn>>;
  period: Period;
  context: CityContext;
  /** The ledger of the quarter before; undefined where nobody was asked for it. */
  previous: CityLedger | undefined;
}

/** @param tables of each indicator one record per city, in the order of cities */
function cityRecords(
  tables: readonly (readonly IndicatorRecord[])[],
  { inputs, own, period, context, previous }: QuarterCase,
): CityRecord[] {
  const rows = inputs.cities.map((_, i) => tables.flatMap((table) => table[i] ?? []));
  const scored = inputs.cities.map(({ name }, i) =>
    own.has(name)
      ? composite(
          (rows[i] ?? []).map(({ indicator, score, applies }) => ({
            weight: indicator.weight,
            score,
            applies,
          })),
        )
      : null,
  );
  // Scores lie between the best and the worst: of one place alone there is none.
  const composites = comparable(scored) ? scored : scored.map(() => null);
  const ranks = ranksAmong(composites.map((figure) => figure?.value ?? null));
  return inputs.cities.map((city, i): CityRecord => {
    const { counting: found, first } = own.get(city.name) ?? {};
    const whole = found?.entries.find((entry) => entry.id === OVERALL_ROW);
    const last = previous?.cities[i];
    return {
      city,
      receivedAt: found?.receivedAt ?? null,
      late: isLate(first?.receivedAt, context.due),
      indicators: rows[i] ?? [],
      duties: dutyRecords(inputs, city.name, found, period, context.pace, last),
      composite: composites[i] ?? null,
      rank: movement(ranks[i] ?? null, last?.rank.rank ?? null),
      progress: told(whole?.progress),
      problem: told(whole?.problem),
      next: told(whole?.next),
    };
  });
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

/** One record per city, in the order of cities, and what is found of its value. */
function indicatorColumn(
  indicator: Indicator,
  quarter: QuarterCase,
): { records: IndicatorRecord[]; found: Checked[][] } {
  const rows = indicatorRows(indicator, quarter);
  const found = checkedRows(indicator, rows, quarter);
  const compared = rows.map((row) => row.compared);
  const points = scores(indicator, compared, quarter.inputs.ranking);
  const ranks = ranksAmong(compared.map((figure) => figure?.value ?? null));
  const records = rows.map(({ applies, value, target, last, ...row }, i) => ({
    indicator,
    applies,
    value,
    trusted: value && !found[i]?.some(({ voids }) => voids) ? value : (last?.trusted ?? null),
    target,
    compared: row.compared,
    score: points[i] as Figure,
    rank: movement(ranks[i] ?? null, last?.rank.rank ?? null),
  }));
  return { records, found };
}

/** An indicator of one city, before the cities are compared. */
interface IndicatorRow {
  /** The city's. */
  name: string;
  /** What its return says; undefined where there is none, or where the value is worked out. */
  entry: CityEntry | undefined;
  /** Whether the city is asked at all: one without projects has no rate of them. */
  applies: boolean;
  value: Figure | null;
  target: Figure | null;
  last: IndicatorRecord | undefined;
  compared: Figure | null;
}

function indicatorRows(
  indicator: Indicator,
  { inputs, own, period, context, previous }: QuarterCase,
): IndicatorRow[] {
  const { projects } = context;
  const computed = indicator.basis === 'projects';
  const rates = computed && projects ? projectRatesByCity(projects, lastMonth(period)) : undefined;
  return inputs.cities.map(({ name }, i) => {
    const entry = computed
      ? undefined
      : own.get(name)?.counting.entries.find((candidate) => candidate.id === indicator.id);
    const value = computed ? (rates?.get(name) ?? null) : (entry?.value ?? null);
    const target = targetFigure(indicator, name, inputs.indicatorsFile);
    const applies = rates === undefined || rates.has(name);
    const last = previous?.cities[i]?.indicators.find((record) => record.indicator.id === indicator.id);
    return { name, entry, applies, value, target, last, compared: comparedFigure(indicator, value, target) };
  });
}

/** What is found of each value that was reported, by what the city said before and what the others say. */
function checkedRows(
  indicator: Indicator,
  rows: readonly IndicatorRow[],
  { period, context }: QuarterCase,
): Checked[][] {
  const file = cityAcknowledgements(period.id);
  const noted = (context.acknowledgements ?? []).filter((given) => given.period === file);
  return rows.map(({ name, entry, value, target, last }): Checked[] => {
    if (!entry || !value) return [];
    const at = value.provenance.kind === 'submission' ? value.provenance.at : entry.at;
    const subject: CityCase = {
      indicator,
      value,
      target,
      last: last?.trusted ?? null,
      expected: indicator.kind === 'cumulative' && target ? expectedBy(period, target) : null,
      others: rows.flatMap((row) => (row.name !== name && row.value ? [row.value.value] : [])),
      words: [entry.problem, entry.progress].flatMap((text) => text?.value ?? []),
      about: { city: name, indicator: indicator.name, at },
      rules: context.checks,
    };
    return checkNumber(subject, noted);
  });
}

/** What accumulates evenly would have come to. */
function expectedBy({ quarter }: Period, target: Figure): Figure {
  const value = scale(multiply(target.value, 25 * quarter), -2);
  return {
    ...target,
    value,
    decimals: decimalsOf(value),
    provenance: { kind: 'derived', rule: '按时间均匀推算的序时进度', from: [target] },
  };
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
