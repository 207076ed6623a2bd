/** Which records a leader has to act on. */
import type { TaskRecord } from '../../model/ledger/ledger.ts';
import { isFineStatus, isLaggingStatus, type Status } from '../../model/status.ts';

export const isLagging = (record: TaskRecord): boolean => isLaggingStatus(record.status);
export const isFine = (record: TaskRecord): boolean => isFineStatus(record.status);

/** What is heard first: 严重滞后 3, 未启动 2, 滞后 1, the rest 0. */
export const urgency = ({ status }: { status: Status }): number => URGENCY.indexOf(status) + 1;
const URGENCY: readonly Status[] = ['behind', 'notStarted', 'farBehind'];

export const isIdle = (status: Status | null): boolean => status === 'notStarted';

/** 滞后, 未启动 or 滞后或未启动: by what is among them; 滞后或未启动 also of none. */
export function lateWord(statuses: readonly Status[]): string {
  const idle = statuses.filter(isIdle).length;
  if (statuses.length > 0 && idle === 0) return '滞后';
  return statuses.length > 0 && idle === statuses.length ? '未启动' : '滞后或未启动';
}
