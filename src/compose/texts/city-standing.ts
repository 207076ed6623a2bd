/** In which indicators a city stands in front and behind, and what they weigh. */
import { add, decimalsOf, subtract } from '../../base/decimal.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { CityRecord, IndicatorRecord } from '../../model/ledger/city-ledger.ts';
import type { Indicator } from '../../model/region/city.ts';

/** Names of the indicators in which the city has one of the first `size` places. */
export const strongest = (record: CityRecord, size: number): string[] =>
  record.indicators.flatMap(({ indicator, rank }) =>
    rank.rank !== null && rank.rank <= size ? [indicator.name] : [],
  );

/**
 * … in which it is one of the last `size` cities with a value, those beside it counted; none where hardly any has a value,
 * and none where its target is met, unless those are asked for, too.
 */
export function weakest(
  record: CityRecord,
  cities: readonly CityRecord[],
  size: number,
  { met } = { met: false },
): string[] {
  return record.indicators.flatMap(({ indicator, compared, rank: { rank } }, i) => {
    const ranks = cities.flatMap((city) => city.indicators[i]?.rank.rank ?? []);
    if (rank === null || rank === 1 || ranks.length < 2 * size) return [];
    if (!met && indicator.basis === 'completion' && (compared?.value ?? 0) >= 100) return [];
    return ranks.filter((other) => other >= rank).length <= size ? [indicator.name] : [];
  });
}

/** A city that handed in nothing is not ranked, and what it did not report is no 0; nor is what does not apply to it. */
export const scoreOf = ({ rank }: CityRecord, { applies, value, score }: IndicatorRecord): Figure | null =>
  !applies || (rank.rank === null && value === null) ? null : score;

/** Whether a place is ranked without what is worked out of key projects, having none. */
export const isFolded = ({ composite, indicators }: CityRecord): boolean =>
  composite !== null && indicators.some(({ applies }) => !applies);

/** Share of the composite, as the rule gives it. */
export const weightFigure = ({ name, weight }: Indicator): Figure => weightOf(weight, `“${name}”的权重`);

/** What all indicators of the composite weigh together, and what those left out would: 100 in all (intake/cities/read.ts). */
export const weightsFigures = (records: readonly Pick<IndicatorRecord, 'indicator'>[]): [Figure, Figure] => {
  const sum = records.reduce((all, { indicator }) => add(all, indicator.weight), 0);
  return [
    weightOf(sum, '列入排名的指标权重之和'),
    weightOf(subtract(100, sum), '没有列入排名的指标权重之和'),
  ];
};

const weightOf = (weight: number, what: string): Figure => ({
  value: weight,
  unit: '',
  decimals: decimalsOf(weight),
  qualifier: '',
  provenance: { kind: 'derived', rule: `排名规则（cities/indicators.yaml）中${what}`, from: [] },
});
