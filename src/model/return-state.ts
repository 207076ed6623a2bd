/** How the returns of a period stand: one line per unit that owes one, and what the lines add up to. */
import { formatMonthDay } from '../base/chinese/date.ts';
import type { MissingItem } from './missing.ts';
import { REFUSED_WORDS, type Refusal } from './refusal.ts';

export type Timeliness = 'onTime' | 'late' | 'missing';

/** 按时 · 迟报 (received after the due day) · 未报 (nothing received that counts). */
export const TIMELINESS_WORDS: Record<Timeliness, string> = { onTime: '按时', late: '迟报', missing: '未报' };

/** 按时, and for what came and was not taken: 未收待重报. */
export const timelinessWord = ({
  timeliness,
  refused,
}: Pick<ReturnState, 'timeliness' | 'refused'>): string =>
  refused ? '未收待重报' : TIMELINESS_WORDS[timeliness];

/** Why the sender has to send again: 已退回待改报（错误2处）, 1月9日报来的是空表，未收; undefined where it need not. */
export function sendAgain({
  sentBack,
  refused,
}: Pick<ReturnState, 'sentBack' | 'refused'>): string | undefined {
  if (refused) return `${formatMonthDay(refused.receivedAt)}报来的是${REFUSED_WORDS[refused.why]}，未收`;
  return sentBack > 0 ? `有错误${sentBack}处，已退回、待改报` : undefined;
}

export interface ReturnState {
  unit: string;
  owesTasks: number;
  owesGoals: number;
  /** ISO date of the first return. */
  receivedAt: string | null;
  /** ISO date of the one that counts, where that came on a later day. */
  correctedAt: string | null;
  timeliness: Timeliness;
  /** Everything owed is there; false also when nothing was received. */
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
  refused: Pick<Refusal, 'receivedAt' | 'why'> | null;
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
  const owing = units.filter((state) => state.owesTasks + state.owesGoals > 0);
  const having = (test: (state: ReturnState) => boolean): number => owing.filter(test).length;
  const sum = (key: 'errors' | 'warnings'): number => units.reduce((total, state) => total + state[key], 0);
  return {
    units: owing.length,
    received: having((state) => state.timeliness !== 'missing'),
    onTime: having((state) => state.timeliness === 'onTime'),
    late: having((state) => state.timeliness === 'late'),
    missing: having((state) => state.timeliness === 'missing'),
    complete: having((state) => state.complete),
    errors: sum('errors'),
    warnings: sum('warnings'),
    sentBack: having((state) => state.sentBack > 0),
    refused: having((state) => state.refused !== null),
  };
}
