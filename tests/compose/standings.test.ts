/** Who is said to be in front, behind, among the last; how long lists fold: at the edges of each rule. */
import { describe, expect, it } from 'vitest';
import { againWord, isOutstanding, lagsAgain } from '../../src/compose/choice/outstanding.ts';
import { byRank, ends, movementText, rankPhrase, sharedRanks } from '../../src/compose/choice/ranking.ts';
import { isFolded, strongest, weakest } from '../../src/compose/texts/city-standing.ts';
import { countPlaces, fold } from '../../src/compose/texts/fold.ts';
import {
  behindPace,
  investedPhrase,
  placesText,
  startsPhrase,
} from '../../src/compose/texts/project-text.ts';
import { movement, ranksOf } from '../../src/ledger/ranking.ts';
import { plainText } from '../../src/model/document/inline.ts';
import type { CityRecord } from '../../src/model/ledger/city-ledger.ts';
import type { CityProjects, ProjectLedger, ProjectRecord } from '../../src/model/ledger/project-ledger.ts';
import type { Region } from '../../src/model/region/region.ts';
import type { Status } from '../../src/model/status.ts';
import { figure } from '../ledger/helper.ts';

/** Places named a, b, c …, ranked by their values; null for one that has none. */
const ranked = (...values: (number | null)[]) =>
  ranksOf(values).map((rank, i) => ({ name: 'abcdefghij'[i] as string, rank: movement(rank, null) }));
const names = (list: readonly { name: string }[]): string => list.map(({ name }) => name).join('');
const front = (...values: (number | null)[]): [string, string] => {
  const { first, last } = ends(ranked(...values), ({ rank }) => rank);
  return [names(first), names(last)];
};

describe('in front and behind', () => {
  it.each<[string, (number | null)[], [string, string]]>([
    ['one alone is in front of nobody, and named', [1], ['a', '']],
    ['of two one each', [2, 1], ['a', 'b']],
    ['of three one each', [3, 2, 1], ['a', 'c']],
    ['of five two each', [5, 4, 3, 2, 1], ['ab', 'de']],
    ['of seven three each', [7, 6, 5, 4, 3, 2, 1], ['abc', 'efg']],
    ['of ten no more than three', [10, 9, 8, 7, 6, 5, 4, 3, 2, 1], ['abc', 'hij']],
    ['who shares the last place let in is let in', [7, 6, 5, 5, 4, 3, 2, 1], ['abcd', 'fgh']],
    ['nobody where all are equal', [1, 1, 1], ['', '']],
    ['nobody twice', [2, 1, 1], ['a', 'bc']],
    ['nobody twice, where those in front are more than half', [2, 2, 2, 1], ['abc', 'd']],
    ['none without a value', [3, null, 1], ['a', 'c']],
  ])('%s', (_, values, expected) => {
    expect(front(...values)).toEqual(expected);
  });

  it('stand in their order, equal ones as they came, those without a place last', () => {
    expect(names(byRank(ranked(null, 1, 3, 1), ({ rank }) => rank))).toBe('cbda');
  });

  it('say that they share a place, and what they won or lost', () => {
    const ranks = ranked(2, 2, 1).map(({ rank }) => rank);
    const phrases = ranks.map((rank) => plainText(rankPhrase({ rank, by: null }, sharedRanks(ranks)).rich));
    expect(phrases).toEqual(['并列第1位', '并列第1位', '第3位']);
    const moved = (now: number | null, before: number | null) => {
      const text = movementText(movement(now, before));
      return text && plainText(text.rich);
    };
    expect([moved(1, 3), moved(3, 1), moved(2, 2), moved(2, null), moved(null, 2)]).toEqual([
      '升2位',
      '降2位',
      '持平',
      null,
      null,
    ]);
  });
});

describe('strong and weak points of a place', () => {
  /** Places with one indicator each, by its place; `compared`: what is compared of it. */
  const cities = (ranks: (number | null)[], compared = 90) =>
    ranks.map(
      (rank) =>
        ({
          composite: figure(80),
          indicators: [
            {
              indicator: { name: '增速', basis: 'completion' },
              compared: figure(compared, '%'),
              applies: true,
              rank: movement(rank, null),
            },
          ],
        }) as unknown as CityRecord,
    );
  const weak = (ranks: (number | null)[], i: number, compared?: number) => {
    const all = cities(ranks, compared);
    return weakest(all[i] as CityRecord, all, 2).length > 0;
  };

  it('are the first and the last places, those beside counted', () => {
    const all = cities([1, 2, 3]);
    expect(all.map((one) => strongest(one, 2).length)).toEqual([1, 1, 0]);
    expect([0, 1, 2, 3].map((i) => weak([1, 2, 3, 4], i))).toEqual([false, false, true, true]);
    // Three share the last place: more than are named.
    expect([1, 2, 3].map((i) => weak([1, 2, 2, 2], i))).toEqual([false, false, false]);
  });

  it('are no weak ones where few have a value, or the target is met', () => {
    expect([weak([1, 2, 3], 2), weak([1, 2, 3, null], 2), weak([1, 2, 3, 4], 3)]).toEqual([
      false,
      false,
      true,
    ]);
    expect([99.9, 100].map((compared) => weak([1, 2, 3, 4], 3, compared))).toEqual([true, false]);
  });

  it('a place without a return is not one that is ranked without what it has not', () => {
    const [one] = cities([1]) as [CityRecord];
    const without = { ...one, indicators: one.indicators.map((own) => ({ ...own, applies: false })) };
    expect([one, without, { ...without, composite: null }].map(isFolded)).toEqual([false, true, false]);
  });
});

describe('long lists', () => {
  const folding = { unit: '个', noun: '项目', what: '项目' };
  const folded = (...parts: string[]) => plainText(fold(parts, 2, folding).rich);
  it('fold where more than one would be left out', () => {
    expect(folded('甲', '乙', '丙')).toBe('甲、乙、丙');
    expect(folded('甲', '乙', '丙', '丁')).toBe('甲、乙等4个项目');
  });

  it('count places by what they are', () => {
    const region = { besides: ['赣江新区'], place: '设区市', counted: '设区市' } as unknown as Region;
    const counted = (...places: string[]) => plainText(countPlaces(places, '地方', region).rich);
    expect(counted('南昌市', '九江市', '赣江新区')).toBe('2个设区市和赣江新区');
    expect(counted('赣江新区')).toBe('赣江新区');
  });

  it('of projects name places with as many together, and one place more rather than “其余1个”', () => {
    const places = [...'甲甲甲乙乙丙丁戊'].map((city) => ({ project: { city } }) as ProjectRecord);
    const all = { cities: [...'甲乙丙丁戊'].map((city) => ({ city })) };
    const said = (most: number) =>
      plainText(placesText(places, most, '项目', { all } as unknown as ProjectLedger).rich);
    expect(said(4)).toBe('甲3个，乙2个，丙、丁、戊各1个');
    expect(said(3)).toBe('甲3个，乙2个，其余3个地方各1个');
    expect(said(1)).toBe('甲3个，乙2个，其余3个地方各1个');
  });
});

describe('investment', () => {
  it('is behind by what is printed, the furthest first', () => {
    const gaps = [-0.04, -3, 1, -5].map((value, i) => ({
      city: 'abcd'[i],
      summary: { gap: figure(value, '百分点', 1) },
    }));
    expect(behindPace(gaps as unknown as CityProjects[]).map(({ city }) => city)).toEqual(['d', 'b']);
  });

  it('is none where it was reported as nought, not where it is little', () => {
    const said = (value: number | null) =>
      plainText(investedPhrase(value === null ? null : figure(value, '亿元', 1)).rich);
    expect([0, 0.04, -1.2, null].map(said)).toEqual([
      '没有完成投资',
      '完成投资0.0亿元',
      '核减投资1.2亿元',
      '没有报送完成投资',
    ]);
  });
});

it('what began and what was finished are told where they are, and that nothing was begun where something was', () => {
  const said = (began: number, finished: number): string =>
    plainText(startsPhrase(figure(began, '个', 0), figure(finished, '个', 0), '、').rich);
  expect([said(3, 2), said(3, 0), said(0, 2), said(0, 0)]).toEqual([
    '新开工3个、竣工2个',
    '新开工3个',
    '竣工2个、没有新开工项目',
    '没有新开工和竣工项目',
  ]);
});

describe('what stands out', () => {
  const one = (status: Status, previousStatus: Status | null = null) => ({ status, previousStatus });
  it('is a red light, or what lags again', () => {
    expect(
      [
        one('farBehind'),
        one('notStarted'),
        one('behind'),
        one('behind', 'behind'),
        one('behind', 'notStarted'),
        one('onPace', 'behind'),
      ].map(isOutstanding),
    ).toEqual([true, true, false, true, true, false]);
  });

  it('is called 未启动 where nothing else is among it', () => {
    const idle = one('notStarted', 'notStarted');
    const late = one('behind', 'behind');
    expect([idle, late].every(lagsAgain)).toBe(true);
    expect([[idle], [late], [idle, late], []].map(againWord)).toEqual([
      '连续两个季度未启动',
      '连续两个季度滞后',
      '连续两个季度滞后（含未启动）',
      '连续两个季度滞后',
    ]);
  });
});
