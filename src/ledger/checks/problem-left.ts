/** No longer lagging, and the problems that explained the lag stand there word for word: a return filled in over the last one. */
import { similarity } from '../../base/chinese/text.ts';
import { problemLeft } from '../../base/messages/checks.ts';
import { isFineStatus, isLaggingStatus, STATUS_FACES } from '../../model/status.ts';
import type { Check, TaskCase } from './check.ts';

export const problemLeftCheck: Check<TaskCase> = {
  name: 'problem-left',
  effect: 'notice',
  voids: false,
  run({ entry, previousEntry, status, previousStatus, about, rules }) {
    const [now, before] = [entry.problems, previousEntry?.problems];
    if (!now?.value.trim() || !before?.value.trim()) return [];
    // What is in doubt or lags may well have the same problem still.
    if (!previousStatus || !isLaggingStatus(previousStatus) || !isFineStatus(status)) return [];
    if (similarity(now.value, before.value) < rules.checks.copiedSimilarity) return [];
    const words = { from: STATUS_FACES[previousStatus].word, to: STATUS_FACES[status].word };
    return [problemLeft({ ...about, at: now.at }, words)];
  },
};
