/** How the returns of a period stand: one line per unit that owes one, and what the lines add up to. */
import type { MissingItem } from './missing.ts';
import type { RefusalTold } from './refusal.ts';
import { owing, type Timeliness } from './return-standing.ts';

export interface ReturnState {
  unit: string;
  owesTasks: number;
  owesGoals: number;
  /** ISO date of the first return. */
  receivedAt: string | null;
  /** ISO date of the one that counts, where that came on a later day. */
  correctedAt: string | null;
  timeliness: Timeliness;
  /** Nothing is owed any more; false also while a correction is. */
  complete: boolean;
  missing: MissingItem[];
  /** Problems in the return that counts and findings on the unit, as `check` lists them. */
  errors: number;
  warnings: number;
  /** 0 before the first return. */
  version: number;
  file: string | null;
  /** See ReturnRecord. */
  sentBack: number;
  refused: RefusalTold | null;
}

interface ReturnTotals {
  units: number;
  received: number;
  onTime: number;
  late: number;
  missing: number;
  complete: number;
  errors: number;
  warnings: number;
  /** Of those received: to be corrected; of those missing: something came that was not taken. */
  sentBack: number;
  refused: number;
}

export interface ReturnStates {
  /** 2022Q3 */
  period: string;
  /** 2022年三季度 */
  periodName: string;
  /** ISO date. */
  due: string;
  units: ReturnState[];
  totals: ReturnTotals;
  /** Files of the period that could not be read at all, so that no unit was credited with them. */
  unreadable: string[];
}

/** The line of totals below the units. */
export function totalsOf(units: readonly ReturnState[]): ReturnTotals {
  const asked = units.filter((state) => state.owesTasks + state.owesGoals > 0);
  const having = (test: (state: ReturnState) => boolean): number => asked.filter(test).length;
  const sum = (key: 'errors' | 'warnings'): number => units.reduce((total, state) => total + state[key], 0);
  return {
    units: asked.length,
    received: having((state) => state.timeliness !== 'missing'),
    onTime: having((state) => state.timeliness === 'onTime'),
    late: having((state) => state.timeliness === 'late'),
    missing: having((state) => state.timeliness === 'missing'),
    complete: having((state) => state.complete),
    errors: sum('errors'),
    warnings: sum('warnings'),
    sentBack: having((state) => owing(state) === 'correction'),
    refused: having((state) => owing(state) === 'another'),
  };
}
