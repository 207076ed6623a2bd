/** What the last meeting decided, each with what became of it. */
import type { Ledger, TaskRecord } from '../model/ledger.ts';
import type { Decision, DecisionState } from '../model/meeting.ts';
import type { Coordination } from '../model/submission.ts';

export interface DecisionRecord {
  decision: Decision;
  /** null when nobody reported on it. */
  state: DecisionState | null;
  progress: string;
}

/** Whether it is about what a task asks of others: decided for that task, led by one of the units asked. */
export const isAbout = (decision: Decision, { task }: TaskRecord, { with: asked }: Coordination): boolean =>
  decision.task === task.no && asked.includes(decision.lead);

/** Those that are not settled. */
export const openDecisions = (ledger: Ledger): DecisionRecord[] =>
  decisionsOf(ledger).filter(({ state }) => state !== 'done');

/** What is not settled on the day it was due is late, whatever was said of it. */
export function decisionsOf({ lastMeeting, meeting, setting }: Ledger): DecisionRecord[] {
  return (lastMeeting?.decisions ?? []).map((decision) => {
    const report = meeting.followUps.find((one) => one.decision === decision.no);
    const state = report?.state ?? null;
    const due = decision.due !== '' && decision.due <= setting.asOf;
    const late = due && (state === 'ongoing' || state === 'notStarted');
    return { decision, state: late ? 'late' : state, progress: report?.progress ?? '' };
  });
}
