/** Tasks without a number: stages of a ladder, believed only with the evidence that the stage asks for. */
import { comparisonKey } from '../../base/chinese/text.ts';
import { type Period, periodEnd } from '../../model/period.ts';
import type { MilestoneRecord } from '../../model/plan/milestone-record.ts';
import type { MilestoneNode } from '../../model/plan/plan.ts';
import type { Rules } from '../../model/plan/rules.ts';
import type { TaskEntry } from '../../model/returns/submission.ts';
import { STATUS_FACES, type Status } from '../../model/status.ts';

/** What an entry, of a task or of a city's duty, says of its stage. */
type StageClaim = Pick<TaskEntry, 'stage' | 'evidence' | 'selfAssessment'>;

const NOT_STARTED = STATUS_FACES.notStarted.word;

/** Number of the stage that an entry claims: 0 = 未启动, k = nodes[k-1]; undefined when it names none, or an unknown one. */
export function claimedStage(
  nodes: readonly MilestoneNode[],
  entry: StageClaim | undefined,
): number | undefined {
  const stage = entry?.stage?.value;
  if (!stage) return entry?.selfAssessment?.value === 'notStarted' ? 0 : undefined;
  if (comparisonKey(stage) === comparisonKey(NOT_STARTED)) return 0;
  const index = nodes.findIndex((node) => comparisonKey(node.stage) === comparisonKey(stage));
  return index < 0 ? undefined : index + 1;
}

/** The last stage whose agreed date is on or before the period's end. */
export function expectedStage(nodes: readonly MilestoneNode[], period: Period): number {
  return nodes.findLastIndex((node) => node.due <= periodEnd(period)) + 1;
}

/**
 * The stage that is recognised. A claimed stage that needs evidence and brings none falls back to the last stage
 * before it that needs none, or to the one recognised last quarter if that is higher. What was proven once stays
 * proven; but nobody is held higher than he claims.
 */
function reachedStage(
  nodes: readonly MilestoneNode[],
  claimed: number,
  hasEvidence: boolean,
  reachedBefore: number,
): number {
  if (hasEvidence) return claimed;
  const believed = nodes.slice(0, claimed).findLastIndex((node) => node.evidence === 'none') + 1;
  return Math.min(claimed, Math.max(believed, reachedBefore));
}

/** The record at the period's end; what was known last quarter stands where the unit says nothing now. */
export function milestoneRecord(
  nodes: MilestoneNode[],
  entry: StageClaim | undefined,
  period: Period,
  previous: MilestoneRecord | null,
): MilestoneRecord {
  const before = previous?.reached ?? 0;
  const claimed = claimedStage(nodes, entry);
  const evidence = entry?.evidence?.value.trim() ? entry.evidence : null;
  const expected = expectedStage(nodes, period);
  const provenBefore = previous?.proven ?? [];
  if (claimed === undefined) {
    return {
      nodes,
      reached: before,
      claimed: previous?.claimed ?? 0,
      expected,
      evidence: previous?.evidence ?? null,
      proven: provenBefore,
    };
  }
  const reached = reachedStage(nodes, claimed, evidence !== null, before);
  const kept = claimed > 0 && claimed <= before ? (previous?.evidence ?? null) : null;
  const proven =
    evidence && reached > 0
      ? [...provenBefore.filter(({ stage }) => stage !== reached), { stage: reached, evidence }]
      : provenBefore;
  return { nodes, reached, claimed, expected, evidence: evidence ?? kept, proven };
}

/**
 * All stages reached → done; 未启动 although a stage is due → notStarted; otherwise by the number of stages before or
 * behind the expected one (rules.farBehindStages behind → farBehind).
 */
export function judgeMilestone(record: MilestoneRecord, rules: Rules['pace']): Status {
  if (record.reached === record.nodes.length) return 'done';
  if (record.claimed === 0 && record.expected > 0) return 'notStarted';
  const lead = record.reached - record.expected;
  if (lead > 0) return 'ahead';
  if (lead === 0) return 'onPace';
  return -lead >= rules.farBehindStages ? 'farBehind' : 'behind';
}
