/**
 * How a sender's return for a period stands. Whether it is 按时, 迟报 or 未报, and what its sender still has to do (待改报,
 * 未收待重报, …), is decided here for status, its workbook, the tables of papers and the letters alike.
 */
import { formatMonthDay } from '../../base/chinese/date.ts';
import { type RefusalTold, refusalWords } from './refusal.ts';

export type Timeliness = 'onTime' | 'late' | 'missing';

/** 按时 · 迟报 (received after the due day) · 未报 (nothing received that counts). */
export const TIMELINESS_WORDS: Record<Timeliness, string> = { onTime: '按时', late: '迟报', missing: '未报' };

/** @param first ISO date of the first return, by which lateness goes; @param due ISO date, '' where none is set */
export const isLate = (first: string | null | undefined, due: string): boolean =>
  due !== '' && (first ?? '') > due;

export const timelinessOf = ({
  receivedAt,
  late,
}: {
  receivedAt: string | null;
  late: boolean;
}): Timeliness => (receivedAt === null ? 'missing' : late ? 'late' : 'onTime');

/** What is known of a return, in the ledger and in the states of status. */
export interface Standing {
  /** ISO date of the first return; null while nothing counts. */
  receivedAt: string | null;
  /** Errors in the return that counts, for which its 退回稿 has gone back; 0 where there are none. */
  sentBack: number;
  /** What came last and was not taken; null when something counts, or nothing came. */
  refused: RefusalTold | null;
  /** What it owes and has not handed in; absent where that is not counted. */
  missing?: readonly unknown[];
}

/** What the sender still owes: a return, another one for what was not taken, a corrected one, what is missing in it. */
export type Owing = 'return' | 'another' | 'correction' | 'rest' | 'nothing';

export function owing({ receivedAt, sentBack, refused, missing = [] }: Standing): Owing {
  if (receivedAt === null) return refused ? 'another' : 'return';
  if (sentBack > 0) return 'correction';
  return missing.length > 0 ? 'rest' : 'nothing';
}

/** 按时, and for what came and was not taken: 未收待重报. */
export const timelinessWord = (state: Standing & { timeliness: Timeliness }): string =>
  owing(state) === 'another' ? '未收待重报' : TIMELINESS_WORDS[state.timeliness];

/** 待改报 · 齐全 · 缺3项 · — where nothing came. */
export function completeness(state: Standing): string {
  switch (owing(state)) {
    case 'return':
    case 'another':
      return '—';
    case 'correction':
      return '待改报';
    case 'rest':
      return `缺${state.missing?.length ?? 0}项`;
    case 'nothing':
      return '齐全';
  }
}

/** Why the sender has to send again: 有错误2处，已退回、待改报; 1月9日报来的是空表，未收; undefined where it need not. */
export function sendAgain(state: Standing): string | undefined {
  const what = owing(state);
  if (what === 'another' && state.refused) return `${refusalWords(state.refused)}，未收`;
  return what === 'correction' ? `有错误${state.sentBack}处，已退回、待改报` : undefined;
}

/** 1月9日报来，有错误2处，已退回、待改报; 1月9日报来的是空表，未收; 1月12日报来，已报齐; 尚未报来. */
export function standingWords(state: Standing & { correctedAt: string | null }): string {
  const what = owing(state);
  const day = state.correctedAt ?? state.receivedAt;
  if (what === 'return' || day === null) return sendAgain(state) ?? '尚未报来';
  const rest = what === 'nothing' ? '已报齐' : `还${completeness(state)}`;
  return `${formatMonthDay(day)}报来，${sendAgain(state) ?? rest}`;
}
