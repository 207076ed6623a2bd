/** What the last meeting decided, each with what became of it. */
import { formatDayIn } from '../../base/chinese/date.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import { DECISION_STATE_WORDS, type Decision, type DecisionState } from '../../model/meeting.ts';
import type { Coordination } from '../../model/returns/submission.ts';
import { type About, isTask } from './requests.ts';

export interface DecisionRecord {
  decision: Decision;
  /** null when nobody reported on it. */
  state: DecisionState | null;
  /** ISO date; '' where it is not told. */
  finished: string;
  progress: string;
  /** Of the meeting's period: days of another year are told with theirs. */
  year: number;
}

/** Done, but later than it was due. */
export const wasLate = ({ decision, state, finished }: DecisionRecord): boolean =>
  state === 'done' && decision.due !== '' && finished > decision.due;

/** Done, but nobody knows whether in time. */
export const undated = ({ decision, state, finished }: DecisionRecord): boolean =>
  state === 'done' && decision.due !== '' && finished === '';

/** 已办结, 逾期办结, 正在办理 …, and the day it was done where that is told; nothing where nobody reported. */
export function resultOf(record: DecisionRecord): [word?: string, day?: string] {
  const { state, finished, year } = record;
  if (!state) return [];
  const word = wasLate(record) ? '逾期办结' : DECISION_STATE_WORDS[state];
  return state === 'done' && finished !== '' ? [word, formatDayIn(year, finished)] : [word];
}

/** Whether it is about what is asked for a task: decided for that task, led by one of the units asked. */
export const isAbout = (decision: Decision, about: About, { with: asked }: Coordination): boolean =>
  isTask(about) && decision.task === about.task.no && asked.includes(decision.lead);

/**
 * Whether there was a meeting before this one, or must have been: quarters that were reported for had one each. The
 * first of a year had one where a file tells of it; that of a quarter nobody was asked about may be a draft never used.
 */
export const followsMeeting = ({ previousCounts, lastMeeting, period }: Ledger): boolean =>
  previousCounts !== null ||
  (lastMeeting !== null &&
    (period.quarter === 1 || lastMeeting.date !== '' || lastMeeting.decisions.length > 0));

/** Those that are not settled. */
export const openDecisions = (ledger: Ledger): DecisionRecord[] =>
  decisionsOf(ledger).filter(({ state }) => state !== 'done');

/** What is not settled on the day it was due is late, whatever was said of it. */
export function decisionsOf({ lastMeeting, meeting, setting, period }: Ledger): DecisionRecord[] {
  return (lastMeeting?.decisions ?? []).map((decision) => {
    const report = meeting.followUps.find((one) => one.decision === decision.no);
    const state = report?.state ?? null;
    const due = decision.due !== '' && decision.due <= setting.asOf;
    const late = due && (state === 'ongoing' || state === 'notStarted');
    const { progress = '', finished = '' } = report ?? {};
    return { decision, state: late ? 'late' : state, finished, progress, year: period.year };
  });
}
