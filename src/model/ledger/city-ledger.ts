/** What is known of the cities at the end of one quarter. Built by `ledger/cities/`, read by `compose/`. */
import type { Located } from '../../base/origin.ts';
import type { Figure } from '../document/figure.ts';
import type { Period } from '../period.ts';
import type { MilestoneRecord } from '../plan/milestone-record.ts';
import type { City, CityDuty, CityRanking, Indicator } from '../region/city.ts';
import type { Region } from '../region/region.ts';
import type { Status } from '../status.ts';
import type { Finding } from './finding.ts';
import type { Rank } from './project-ledger.ts';

export interface IndicatorRecord {
  indicator: Indicator;
  /** false where it is worked out of key projects and the place has none: neither counted nor missing. */
  applies: boolean;
  /** As reported; for `projects` worked out; null when not reported. */
  value: Figure | null;
  /** The latest of the year by now that is not in doubt: what the next one is held against. */
  trusted: Figure | null;
  target: Figure | null;
  /** What is compared and printed in the ranking, %, or the value itself. */
  compared: Figure | null;
  /** 0…100, two decimals; 0 when not reported. */
  score: Figure;
  /** Of this indicator alone, by `compared` as printed. */
  rank: Rank;
}

export interface DutyRecord {
  duty: CityDuty;
  /** null when the city never reported on it. */
  milestone: MilestoneRecord | null;
  status: Status;
  previousStatus: Status | null;
  evidence: Located<string> | null;
  progress: Located<string> | null;
  problem: Located<string> | null;
}

export interface CityRecord {
  city: City;
  /** ISO date; null when nothing was handed in. */
  receivedAt: string | null;
  late: boolean;
  indicators: IndicatorRecord[];
  duties: DutyRecord[];
  /** Weighted sum of the scores of what applies, as of all weights, two decimals; null without a return. */
  composite: Figure | null;
  rank: Rank;
  progress: Located<string> | null;
  problem: Located<string> | null;
  next: Located<string> | null;
}

export interface CityLedger {
  period: Period;
  region: Region;
  ranking: CityRanking;
  /** In the customary order. */
  cities: CityRecord[];
  /** On numbers, by city; not on returns that are missing. */
  findings: Finding[];
  demo: boolean;
}
