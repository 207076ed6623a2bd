/** In which indicators a city stands in front and behind. */
import type { CityRecord } from '../model/city-ledger.ts';

/** Names of the indicators in which the city has one of the first `size` places. */
export const strongest = (record: CityRecord, size: number): string[] =>
  record.indicators.flatMap(({ indicator, rank }) =>
    rank.rank !== null && rank.rank <= size ? [indicator.name] : [],
  );

/** … in which fewer than `size` of the cities with a value stand behind it; none where hardly any has a value. */
export function weakest(record: CityRecord, cities: readonly CityRecord[], size: number): string[] {
  return record.indicators.flatMap(({ indicator, rank: { rank } }, i) => {
    const ranks = cities.flatMap((city) => city.indicators[i]?.rank.rank ?? []);
    if (rank === null || rank === 1 || ranks.length < 2 * size) return [];
    return ranks.filter((other) => other > rank).length < size ? [indicator.name] : [];
  });
}
