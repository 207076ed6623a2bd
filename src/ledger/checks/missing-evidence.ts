/** A claimed stage that asks for a 文号, date, place or link, and has none. */
import { evidenceMissing } from '../../base/messages/ledger.ts';
import { STATUS_FACES } from '../../model/status.ts';
import type { Check, TaskCase } from './check.ts';

export const missingEvidence: Check<TaskCase> = {
  name: 'missing-evidence',
  effect: 'notice',
  voids: false,
  run({ entry, milestone, about }) {
    // What was written, and proves nothing, is spoken of by evidence-date.
    if (!milestone || milestone.claimed === milestone.reached || entry.evidence) return [];
    const claimed = milestone.nodes[milestone.claimed - 1];
    if (!claimed) return [];
    const counted = milestone.nodes[milestone.reached - 1]?.stage ?? STATUS_FACES.notStarted.word;
    const at = entry.stage?.at ?? about.at;
    return [evidenceMissing({ ...about, at }, claimed.stage, claimed.evidence, counted)];
  },
};
