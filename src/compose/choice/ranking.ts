/** How places in a ranking read: equal ones share a place and say so. */
import type { Figure } from '../../model/document/figure.ts';
import type { Rank } from '../../model/ledger/project-ledger.ts';
import { figureInline, type Rich, rich } from '../engine/value.ts';

const RANK_RULE = '名次：由高到低，相同的并列，其后名次顺延';
const MOVED_RULE = '名次变化 = 上期名次 − 本期名次';

interface Ranked {
  rank: Rank;
  /** By what it is ranked; null for what can not be. */
  by: Figure | null;
}

/** Ranked ones by place, equal ones in their order; those without a place last. */
export function byRank<T>(items: readonly T[], rankOf: (item: T) => Rank): T[] {
  const place = (item: T): number => rankOf(item).rank ?? Infinity;
  return items
    .map((item, i) => ({ item, i }))
    .sort((a, b) => (place(a.item) === place(b.item) ? a.i - b.i : place(a.item) - place(b.item)))
    .map(({ item }) => item);
}

/** Ranks that more than one holds. */
export function sharedRanks(ranks: readonly Rank[]): ReadonlySet<number> {
  const seen = ranks.flatMap(({ rank }) => (rank === null ? [] : [rank]));
  return new Set(seen.filter((rank, i) => seen.indexOf(rank) !== i));
}

/** The place alone. */
export function rankFigure(rank: number, by: Figure | null): Figure {
  const provenance = { kind: 'derived', rule: RANK_RULE, from: by ? [by] : [] } as const;
  return { value: rank, unit: '', decimals: 0, qualifier: '', provenance: { ...provenance } };
}

/** “2” or “2（并列）”; 未排名 for what has no place. */
export function rankCell({ rank, by }: Ranked, shared: ReadonlySet<number>): Rich {
  if (rank.rank === null) return rich('未排名');
  return rich(rankFigure(rank.rank, by), shared.has(rank.rank) ? '（并列）' : '');
}

/** “第2位” or “并列第2位”. */
export function rankPhrase({ rank, by }: Ranked, shared: ReadonlySet<number>): Rich {
  if (rank.rank === null) return rich('未排名');
  return rich(shared.has(rank.rank) ? '并列第' : '第', rankFigure(rank.rank, by), '位');
}

/** Place before, for a table; null for none. */
export const previousRankCell = ({ previousRank }: Rank): Figure | null =>
  previousRank === null ? null : rankFigure(previousRank, null);

/** 升2位, 降1位, 持平; null where there is nothing to compare with. */
export function movementText({ moved, rank, previousRank }: Rank): Rich | null {
  if (moved === null || rank === null || previousRank === null) return null;
  if (moved === 0) return rich('持平');
  const from = [rankFigure(previousRank, null), rankFigure(rank, null)];
  const figure: Figure = {
    value: moved,
    unit: '位',
    decimals: 0,
    qualifier: '',
    provenance: { kind: 'derived', rule: MOVED_RULE, from },
  };
  return rich(moved > 0 ? '升' : '降', { rich: [figureInline(figure, `${Math.abs(moved)}位`)] });
}

/** The first and the last three, or fewer where there are few; who shares the last place let in is let in too. */
export function ends<T>(items: readonly T[], rankOf: (item: T) => Rank): { first: T[]; last: T[] } {
  const ranked = byRank(items, rankOf).filter((item) => rankOf(item).rank !== null);
  const size = Math.min(3, Math.floor(ranked.length / 2));
  if (size === 0) return { first: ranked, last: [] };
  const place = (item: T | undefined): number => (item && rankOf(item).rank) ?? 0;
  const [top, bottom] = [place(ranked[size - 1]), place(ranked.at(-size))];
  const first = ranked.filter((item) => place(item) <= top);
  // All equal: nobody is in front.
  if (first.length === ranked.length) return { first: [], last: [] };
  return { first, last: ranked.filter((item) => place(item) >= bottom && !first.includes(item)) };
}
