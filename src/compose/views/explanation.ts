/** What a unit says of what lags: why, and what comes next. */
import { clause, sentence } from '../../base/chinese/clause.ts';
import type { GoalRecord, TaskRecord } from '../../model/ledger/ledger.ts';
import type { View } from '../engine/value.ts';
import { reasonOf } from '../texts/reason.ts';

/** 说明: what a unit says in place of a value that it has not given, or has taken back. */
export function inPlaceOfValue({ status, progress }: Pick<GoalRecord, 'status' | 'progress'>): View {
  const told = status === 'notReported' && progress ? clause(progress.value) : null;
  return { 说明: told, 有说明: told !== null };
}

export function explanation(
  record: Pick<TaskRecord | GoalRecord, 'problems' | 'progress' | 'next'> | null,
): View {
  const reason = record && reasonOf(record);
  const next = record?.next ? sentence(record.next.value) : null;
  return { 原因: reason && sentence(reason), 有原因: reason !== null, 下步: next, 有下步: next !== null };
}
