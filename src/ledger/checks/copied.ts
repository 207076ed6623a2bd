/** Progress text that is last quarter's again; a task that was done by then may well say the same. */
import { similarity } from '../../base/chinese/text.ts';
import { multiply, toFixed } from '../../base/decimal.ts';
import { textCopied } from '../../base/messages/ledger.ts';
import type { Check, TaskCase } from './check.ts';

export const copied: Check<TaskCase> = {
  name: 'copied',
  effect: 'notice',
  voids: false,
  run({ entry, previousEntry, previousStatus, about, rules }) {
    const [now, before] = [entry.progress, previousEntry?.progress];
    if (!now?.value.trim() || !before?.value.trim() || previousStatus === 'done') return [];
    const alike = similarity(now.value, before.value);
    if (alike < rules.checks.copiedSimilarity) return [];
    return [textCopied({ ...about, at: now.at }, toFixed(multiply(alike, 100), 0))];
  },
};
