/** 各地: how the cities stand with their key projects, who is in front and behind, who has moved. */
import { groupBy } from '../../base/group.ts';
import type { CityProjects, ProjectLedger, Rank } from '../../model/ledger/project-ledger.ts';
import { byRank, ends, movementText, rankPhrase, sharedRanks } from '../choice/ranking.ts';
import { type Rich, rich, type View } from '../engine/value.ts';
import { count } from '../figures.ts';
import { countPlaces, fold, placeNoun } from '../texts/fold.ts';
import type { Money } from '../texts/project-money.ts';
import { behindPace, signed } from '../texts/project-text.ts';
import { movedPlaces } from './moved-places.ts';
import { summaryView } from './project-summary.ts';

/** Names in a sentence; more are folded. */
const MOST_NAMES = 4;
/** So few are all named in their order. */
const FEW = 3;

/** @param since the period whose ranking is compared with */
export function projectPlaces(
  { all: { cities }, region }: ProjectLedger,
  since: 'month' | 'quarter',
  money: Money,
): View {
  const rankOf = (city: CityProjects): Rank => (since === 'month' ? city.rank : city.sinceQuarter);
  const shared = sharedRanks(cities.map(rankOf));
  const item = (city: CityProjects): View => ({
    名称: city.city,
    名次: rankPhrase({ rank: rankOf(city), by: city.summary.rate }, shared),
    变化: movementText(rankOf(city)),
    ...summaryView(city.summary, money),
  });
  const { first, last } = ends(cities, rankOf);
  const ranked = byRank(cities, rankOf).filter((city) => rankOf(city).rank !== null);
  // Of three, one would be in front and one behind: they are all named.
  const few = first.length > 0 && ranked.length > 1 && ranked.length <= FEW;
  const behind = behindPace(cities);
  const moved = (sign: number): CityProjects[] =>
    cities
      .filter((city) => Math.sign(rankOf(city).moved ?? 0) === sign)
      .sort((a, b) => Math.abs(rankOf(b).moved ?? 0) - Math.abs(rankOf(a).moved ?? 0));
  const noun = (list: readonly CityProjects[]): string =>
    placeNoun(
      list.map(({ city }) => city),
      region,
    );
  const named = (list: readonly CityProjects[], detail: (city: CityProjects) => Rich, what: string): Rich =>
    fold(
      list.map((city) => rich(city.city, '（', detail(city), '）')),
      MOST_NAMES,
      { unit: '个', noun: noun(list), what },
    );
  const movers = (list: readonly CityProjects[], what: string): Rich | string =>
    list.length === 0
      ? ''
      : movedPlaces(
          list.map((city) => ({ name: city.city, rank: rankOf(city) })),
          MOST_NAMES,
          { unit: '个', noun: noun(list), what },
        );
  const ties = [...groupBy(byRank(cities, rankOf), (city) => rankOf(city).rank)].filter(
    ([rank, list]) => rank !== null && list.length > 1,
  );
  return {
    各地: byRank(cities, rankOf).map(item),
    地区数: count(cities.length, `有重点项目的${region.places}`, '个'),
    一地: cities.length === 1,
    慢于序时地: countPlaces(
      behind.map(({ city }) => city),
      `慢于序时进度的${region.places}`,
      region,
    ),
    各地不多: few,
    // All share the first place: a ranking would name them all and say nothing.
    各地相同: ranked.length > 1 && first.length === 0,
    前列: (few ? ranked : first).map(item),
    后列: last.map(item),
    慢于序时数: count(behind.length, `慢于序时进度的${region.places}`, '个'),
    慢于序时: named(behind, ({ summary }) => signed(summary.gap) ?? rich(), '慢于序时进度的地方'),
    上升: movers(moved(1), '名次上升的地方'),
    下降: movers(moved(-1), '名次下降的地方'),
    有名次变化: cities.some((city) => rankOf(city).moved !== null),
    并列: ties.map(
      ([, list]): View => ({
        名单: list.map(({ city }) => city).join('、'),
        名次: rankPhrase(
          { rank: rankOf(list[0] as CityProjects), by: list[0]?.summary.rate ?? null },
          shared,
        ),
      }),
    ),
  };
}
