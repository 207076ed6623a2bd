/** What a helper is: a function of its arguments and of what it may know besides. */
import type { Diagnostic } from '../../../base/diagnostic.ts';
import type { Origin } from '../../../base/origin.ts';
import type { StatisticDesk } from '../../../model/statistics/statistic-desk.ts';
import type { Limits } from '../../limits.ts';
import type { Value } from '../value.ts';

export interface HelperContext extends Limits {
  /** null where the document is about no year. */
  statistics: StatisticDesk | null;
  /** That the document is about; null where it is about none. */
  year: number | null;
  /** Names of the document's annexes this time. */
  annexes: readonly string[];
  at: Origin;
  report(problem: Diagnostic): void;
}

export type HelperOutcome = { ok: true; value: Value } | { ok: false; expected: string };

export const good = (value: Value): HelperOutcome => ({ ok: true, value });
export const misuse = (expected: string): HelperOutcome => ({ ok: false, expected });
