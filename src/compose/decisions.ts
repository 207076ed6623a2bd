/** What the last meeting decided, each with what became of it. */
import type { Ledger } from '../model/ledger.ts';
import type { Decision, DecisionState } from '../model/meeting.ts';

export interface DecisionRecord {
  decision: Decision;
  /** null when nobody reported on it. */
  state: DecisionState | null;
  progress: string;
}

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
