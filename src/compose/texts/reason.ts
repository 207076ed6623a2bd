/** Why a task or a goal lags, in the unit's own words. */
import { reasonIn } from '../../base/chinese/given-reason.ts';
import type { GoalRecord, TaskRecord } from '../../model/ledger/ledger.ts';

/** 存在问题, or where the unit wrote none, the sentence of its progress that gives a reason; null for neither. */
export function reasonOf({
  problems,
  progress,
}: Pick<TaskRecord | GoalRecord, 'problems' | 'progress'>): string | null {
  if (problems) return problems.value;
  const sentence = progress && reasonIn(progress.value);
  return sentence ? `${sentence}。` : null;
}
