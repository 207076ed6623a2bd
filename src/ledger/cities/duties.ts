/** A city's duties of section 三, judged by the stages of a document like any milestone task. */

import type { CityRecord, DutyRecord } from '../../model/ledger/city-ledger.ts';
import type { Period } from '../../model/period.ts';
import type { MilestoneNode } from '../../model/plan/plan.ts';
import type { Rules } from '../../model/plan/rules.ts';
import type { CityDuty, CityInputs, CityReturn } from '../../model/region/city.ts';
import type { Status } from '../../model/status.ts';
import { told } from '../returns/told.ts';
import { judgeMilestone, milestoneRecord } from '../verdicts/milestones.ts';

/** `last`: the city at the end of the quarter before; what was proven then stays proven. */
export function dutyRecords(
  inputs: CityInputs,
  city: string,
  found: CityReturn | undefined,
  period: Period,
  pace: Rules['pace'],
  last: CityRecord | undefined,
): DutyRecord[] {
  return inputs.duties
    .filter((duty) => duty.city === city)
    .map((duty): DutyRecord => {
      const entry = found?.entries.find((candidate) => candidate.id === duty.id);
      const before = last?.duties.find((record) => record.duty.id === duty.id);
      const claim = entry && { stage: entry.stage, evidence: entry.evidence, selfAssessment: null };
      const milestone =
        claim?.stage || before?.milestone
          ? milestoneRecord(stagesOf(duty, inputs.stages), claim, period, before?.milestone ?? null)
          : null;
      const status: Status = claim?.stage && milestone ? judgeMilestone(milestone, pace) : 'notReported';
      return {
        duty,
        milestone,
        // What was issued once is done, reported again or not.
        status: before?.status === 'done' && status === 'notReported' ? 'done' : status,
        previousStatus: before?.status ?? null,
        evidence: entry?.evidence ?? before?.evidence ?? null,
        progress: told(entry?.progress),
        problem: told(entry?.problem),
      };
    });
}

/** The ladder's stages, none of them due later than the plan's own day, and the last by then. */
function stagesOf({ deadline }: CityDuty, stages: readonly MilestoneNode[]): MilestoneNode[] {
  if (deadline === undefined) return [...stages];
  return stages.map((stage, i) => {
    const due = i === stages.length - 1 || stage.due > deadline ? deadline : stage.due;
    return { ...stage, due };
  });
}
