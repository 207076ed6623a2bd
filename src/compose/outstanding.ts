/** 突出问题: tasks with a red light, and those that lag for the second quarter in a row. */
import type { Ledger, TaskRecord } from '../model/ledger.ts';
import { STATUS_FACES } from '../model/status.ts';
import { isSupervised } from './views/supervision.ts';

export const outstanding = (ledger: Ledger): TaskRecord[] =>
  ledger.tasks.filter((task) => STATUS_FACES[task.status].light === 'red' || isSupervised(task));
