/** How the cities' returns of a month (projects) or a quarter (indicators and duties) stand. */
import type { RefusalTold } from './refusal.ts';
import type { Timeliness } from './return-standing.ts';

export interface RegionalState {
  city: string;
  /** Rows that the form asks for, and rows that the return that counts speaks of. */
  owed: number;
  filled: number;
  /** ISO date of the first return. */
  receivedAt: string | null;
  /** ISO date of the one that counts, where that came on a later day. */
  correctedAt: string | null;
  timeliness: Timeliness;
  /** Problems in the return that counts and findings on the city, as `check` lists them. */
  errors: number;
  warnings: number;
  /** Returns received, the last of which counts. */
  version: number;
  file: string | null;
  /** Errors in a return that was collected, for which its 退回稿 has gone back. */
  sentBack: number;
  /** What came last and was not taken; null when something counts, or nothing came. */
  refused: RefusalTold | null;
  /** Earlier periods of the year for which nothing came. */
  owedEarlier: string[];
}

export interface RegionalStates {
  /** 2022-08, 2022Q3 */
  period: string;
  periodName: string;
  /** What they are called here, and behind a number: 设区市, 地方. */
  place: string;
  counted: string;
  /** ISO date. */
  due: string;
  cities: RegionalState[];
  /** Files with errors that became nobody's return. */
  unreadable: string[];
}
