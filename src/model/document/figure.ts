/**
 * A Figure is a number that knows where it came from. No number from data reaches a page in any other form.
 */
import type { Quantity } from '../../base/chinese/quantity.ts';
import type { Origin } from '../../base/origin.ts';

/** The plan's own words. */
interface FromPlan {
  kind: 'plan';
  at: Origin;
  sentence: string;
}

/** A unit's return. */
interface FromSubmission {
  kind: 'submission';
  at: Origin;
  unit: string;
  /** ISO date of receipt. */
  receivedAt: string;
  /** What the cell held, before normalising. */
  raw: string;
  /** What was done to it, in words; absent when it was taken as it stood. */
  conversions?: string[];
  /** True for made-up figures of the demonstration data set; printed as 演示数据. */
  demo: boolean;
  /** For a published fact: publisher, title, date, page or URL. */
  source?: string;
}

/** Calculated by us. */
interface FromRule {
  kind: 'derived';
  /** Name of the rule, e.g. 完成率 = 累计值 ÷ 年度目标. */
  rule: string;
  from: Figure[];
}

/** Counted by us: how many records of the ledger fulfil `what`. */
interface FromCount {
  kind: 'count';
  what: string;
}

/** A fact with a source in `data/`, e.g. a baseline. */
interface FromData {
  kind: 'data';
  at: Origin;
  source: string;
  demo: boolean;
}

/** A value of `data/statistics/`, with all that decides what it may be compared with. */
interface FromStatistic {
  kind: 'statistic';
  at: Origin;
  series: string;
  /** 口径, by name. */
  definition: string;
  vintage: string;
  period: string;
  region: string;
  /** Publisher, document, date, place; says 转引 where it is. */
  source: string;
  demo: boolean;
}

type Provenance = FromPlan | FromSubmission | FromRule | FromCount | FromData | FromStatistic;

export interface Figure extends Quantity {
  provenance: Provenance;
}
