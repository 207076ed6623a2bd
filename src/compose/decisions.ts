/** What the last meeting decided, each with what became of it. */
import type { Ledger } from '../model/ledger.ts';
import type { Decision, DecisionState } from '../model/meeting.ts';

export interface DecisionRecord {
  decision: Decision;
  /** null when nobody reported on it. */
  state: DecisionState | null;
  progress: string;
}

export function decisionsOf({ lastMeeting, meeting }: Ledger): DecisionRecord[] {
  return (lastMeeting?.decisions ?? []).map((decision) => {
    const report = meeting.followUps.find((one) => one.decision === decision.no);
    return { decision, state: report?.state ?? null, progress: report?.progress ?? '' };
  });
}
