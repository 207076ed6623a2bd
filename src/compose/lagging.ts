/** Which records a leader has to act on. */
import type { TaskRecord } from '../model/ledger.ts';
import type { Status } from '../model/status.ts';

const LAGGING: readonly Status[] = ['behind', 'farBehind', 'notStarted'];
const FINE: readonly Status[] = ['done', 'ahead', 'onPace'];

export const isLaggingStatus = (status: Status): boolean => LAGGING.includes(status);
export const isLagging = (record: TaskRecord): boolean => isLaggingStatus(record.status);
export const isFineStatus = (status: Status): boolean => FINE.includes(status);
export const isFine = (record: TaskRecord): boolean => isFineStatus(record.status);
