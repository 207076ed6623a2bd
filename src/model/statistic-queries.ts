/**
 * What documents may ask of the statistics. The rules behind it — what may stand in one series, sum or rate — live in
 * ledger/statistics; whoever composes gets the answers or the reasons why there are none.
 */
import type { Outcome } from '../base/diagnostic.ts';
import type { Origin } from '../base/origin.ts';
import type { Figure } from './figure.ts';
import type { Statistic, Vintage } from './statistic.ts';

export interface SeriesChoice {
  region?: string;
  vintage?: Vintage;
  periods?: readonly string[];
}

/** References are written 系列@时期[/地域][#数据阶段]; `null` is a value that is missing. */
export interface StatisticQueries {
  at(reference: string, at?: Origin): Outcome<Statistic>;
  /** Over time, oldest first. */
  series(id: string, choice: SeriesChoice): Outcome<Statistic[]>;
  /** Over the parts of the province, in their order. */
  regions(id: string, period: string, vintage?: Vintage): Outcome<Statistic[]>;
  /** 增速, share and change in 百分点, of two references. */
  growth(now: Statistic, before: Statistic): Outcome<Figure | null>;
  share(part: Statistic, whole: Statistic): Outcome<Figure | null>;
  change(now: Statistic, before: Statistic): Outcome<Figure | null>;
  /** Whether values may stand side by side on one axis; empty when they may. */
  together(values: readonly Statistic[], what: string): Outcome<null>;
}
