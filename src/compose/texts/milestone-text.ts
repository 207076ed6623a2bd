/** Where a task without a number stands on its ladder. */
import type { TaskRecord } from '../../model/ledger/ledger.ts';

/** Of a task whose first stage is not yet due. */
export const NO_STAGE_DUE = '本期无到期阶段';

/**
 * The stage a task should have come to, or has come to. A ladder whose first stage is not yet due expects nothing, and who has
 * come to none of it is not called 未启动, which is a verdict; a task that was not reported has reached nothing we know of (null).
 */
export function milestoneText(task: TaskRecord, which: 'expected' | 'reached'): string | null {
  const milestone = task.milestone;
  if (!milestone) return null;
  if (which === 'reached' && task.status === 'notReported') return null;
  const index = which === 'expected' ? milestone.expected : milestone.reached;
  if (index === 0) {
    if (milestone.expected > 0) return '未启动';
    return which === 'expected' ? NO_STAGE_DUE : null;
  }
  const stage = milestone.nodes[index - 1]?.stage ?? '';
  return stage;
}
