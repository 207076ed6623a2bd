/** What a unit says of what lags: why, and what comes next. */
import type { GoalRecord, TaskRecord } from '../../model/ledger.ts';
import type { View } from '../engine/value.ts';
import { reasonOf } from '../reason.ts';

export function explanation(
  record: Pick<TaskRecord | GoalRecord, 'problems' | 'progress' | 'next'> | null,
): View {
  const reason = record && reasonOf(record);
  const next = record?.next?.value ?? null;
  return { 原因: reason, 有原因: reason !== null, 下步: next, 有下步: next !== null };
}
