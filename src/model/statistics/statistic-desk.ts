/**
 * What a document may ask of the statistics: values, series and calculations, each with the reasons where there is none.
 * The ledger answers (src/ledger/statistics/desk.ts); who composes a document sees only this.
 */
import type { Outcome } from '../../base/diagnostic.ts';
import type { Origin } from '../../base/origin.ts';
import type { Figure } from '../document/figure.ts';
import type { Statistic, Vintage } from './statistic.ts';

/** A figure; null for what can't be known because a value is missing; undefined, with errors, for what may not be done. */
export type Calculated = Outcome<Figure | null>;

export interface StatisticDesk {
  /** 系列@时期[/地域][#数据阶段]; `at` is the place in the template that asks. */
  value(reference: string, at?: Origin): Outcome<Statistic>;
  /** Oldest first. */
  overTime(
    series: string,
    options?: { region?: string; vintage?: Vintage; periods?: readonly string[] },
  ): Outcome<Statistic[]>;
  /** The parts of the province, in their customary order. */
  overRegions(series: string, period: string, vintage?: Vintage): Outcome<Statistic[]>;
  /** Whether values of one time and place may stand side by side on one axis. */
  together(values: readonly Statistic[], what: string): Outcome<null>;
  sum(values: readonly Statistic[], along: 'region' | 'item'): Calculated;
  /** %, of neighbouring periods. */
  growth(now: Statistic, before: Statistic): Calculated;
  /** 百分点. */
  change(now: Statistic, before: Statistic): Calculated;
  /** %, of one vintage. */
  share(part: Statistic, whole: Statistic): Calculated;
}
