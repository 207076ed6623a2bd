/** Which records a leader has to act on. */
import type { TaskRecord } from '../model/ledger.ts';
import type { Status } from '../model/status.ts';

const LAGGING: readonly Status[] = ['behind', 'farBehind', 'notStarted'];
const FINE: readonly Status[] = ['done', 'ahead', 'onPace'];

export const isLaggingStatus = (status: Status): boolean => LAGGING.includes(status);
export const isLagging = (record: TaskRecord): boolean => isLaggingStatus(record.status);
export const isFineStatus = (status: Status): boolean => FINE.includes(status);
export const isFine = (record: TaskRecord): boolean => isFineStatus(record.status);

/** What is heard first: 严重滞后 3, 未启动 2, 滞后 1, the rest 0. */
export const urgency = ({ status }: TaskRecord): number => URGENCY.indexOf(status) + 1;
const URGENCY: readonly Status[] = ['behind', 'notStarted', 'farBehind'];
