/** A task that lags or has not started, and a unit that names no problem. */
import { reasonIn } from '../../base/chinese/given-reason.ts';
import { unexplained } from '../../base/messages/checks.ts';
import { isLaggingStatus, STATUS_FACES } from '../../model/status.ts';
import type { Check, TaskCase } from './check.ts';

export const unexplainedCheck: Check<TaskCase> = {
  name: 'unexplained',
  effect: 'notice',
  voids: false,
  run({ entry, status, about }) {
    if (!isLaggingStatus(status) || entry.problems?.value.trim()) return [];
    // A reason given in the wrong column is a reason.
    if (reasonIn(entry.progress?.value ?? '')) return [];
    return [unexplained(about, STATUS_FACES[status].word)];
  },
};
