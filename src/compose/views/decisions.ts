/** 上次: what the last meeting decided and what became of it; 议定: what this one decided, where its file says so. */
import { BLANK_DATE } from '../../base/chinese/blank.ts';
import { clause, sentence } from '../../base/chinese/clause.ts';
import { formatDate } from '../../base/chinese/date.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import { DECISION_STATE_WORDS, DECISION_STATES } from '../../model/meeting.ts';
import { periodName, quarterBefore } from '../../model/period.ts';
import type { View } from '../engine/value.ts';
import { count, share } from '../figures.ts';
import {
  type DecisionRecord,
  decisionsOf,
  isAbout,
  openDecisions,
  resultOf,
  undated,
  wasLate,
} from '../meeting/decisions.ts';
import { mattersOf } from '../meeting/matters.ts';

export function decisionsView(ledger: Ledger): View {
  const records = decisionsOf(ledger);
  const total = count(records.length, '上次会议议定事项');
  const having = (test: (record: DecisionRecord) => boolean, what: string) =>
    count(records.filter(test).length, `上次会议议定事项中${what}的`);
  const done = having((record) => record.state === 'done', '已办结');
  const open = openDecisions(ledger);
  return {
    有: records.length > 0,
    期: periodName(quarterBefore(ledger.period)),
    日期: ledger.lastMeeting?.date ? formatDate(ledger.lastMeeting.date) : BLANK_DATE,
    总数: total,
    办结率: share(done, total),
    ...Object.fromEntries(
      DECISION_STATES.map((state) => [
        DECISION_STATE_WORDS[state],
        having((record) => record.state === state, DECISION_STATE_WORDS[state]),
      ]),
    ),
    // Where a day is not told, nobody can say how many were late.
    逾期办结: records.some(undated) ? null : having(wasLate, '逾期办结'),
    未反馈: having((record) => record.state === null, '未反馈办理情况'),
    未办结数: count(open.length, '上次会议议定事项中未办结的'),
    未办结: open.map(decisionItem),
    未办结单位: [...new Set(open.map(({ decision }) => decision.lead))],
  };
}

export function madeView(ledger: Ledger): View {
  const { meeting } = ledger;
  const others = undecided(ledger);
  return {
    有: meeting.decisions.length > 0,
    有他项: others > 0,
    他项数: count(others, '没有议定的协调事项'),
    总数: count(meeting.decisions.length, '本次会议议定事项'),
    逐项: meeting.decisions.map((decision) =>
      decisionItem({ decision, state: null, finished: '', progress: '', year: ledger.period.year }),
    ),
  };
}

/** How many matters no decision is about; where decisions name no tasks, at least so many as are more than they. */
function undecided(ledger: Ledger): number {
  const { decisions } = ledger.meeting;
  const matters = mattersOf(ledger);
  if (decisions.some(({ task }) => task === null)) return Math.max(0, matters.length - decisions.length);
  return matters.filter(
    ({ about, coordination }) => !decisions.some((one) => isAbout(one, about, coordination)),
  ).length;
}

export function decisionItem(record: DecisionRecord): View {
  const { decision, progress } = record;
  const [word = '未反馈办理情况', day] = resultOf(record);
  return {
    序号: String(decision.no),
    内容: clause(decision.text),
    责任: decision.lead,
    配合: decision.cooperating.join('、'),
    有配合: decision.cooperating.length > 0,
    时限: decision.due ? `${formatDate(decision.due)}前` : BLANK_DATE,
    状态: day === undefined ? word : `${word}（${day}）`,
    进展: sentence(progress),
  };
}
