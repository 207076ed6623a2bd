/** Where a task without a number stands on its ladder. */
import type { TaskRecord } from '../model/ledger.ts';

/**
 * The stage a task should have come to, or has come to. A ladder whose first stage is not yet due expects nothing; a
 * task that was not reported has reached nothing we know of (null).
 */
export function milestoneText(task: TaskRecord, which: 'expected' | 'reached'): string | null {
  const milestone = task.milestone;
  if (!milestone) return null;
  if (which === 'reached' && task.status === 'notReported') return null;
  const index = which === 'expected' ? milestone.expected : milestone.reached;
  if (index === 0) return which === 'expected' ? '本期无到期阶段' : '未启动';
  const stage = milestone.nodes[index - 1]?.stage ?? '';
  return stage;
}
