/** 需协调解决事项: what units ask of others, with the proposal who should settle it by when. */
import { formatDate, monthLater } from '../../base/chinese/date.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import { nextPeriod, type Period, periodEnd } from '../../model/period.ts';
import { cooperatingIn } from '../../model/plan/plan.ts';
import type { Request } from '../../model/returns/submission.ts';
import { isLaggingStatus } from '../../model/status.ts';
import { type DecisionRecord, isAbout, openDecisions } from './decisions.ts';
import { type About, isTask, requestsOf, unitOf } from './requests.ts';
import { speakersOf } from './speakers.ts';

export interface Matter {
  no: number;
  about: About;
  coordination: Request;
  /** Proposed 牵头: the first of the units asked; the unit that answers for the task where none is named. */
  lead: string;
  /** Proposed 配合: the asking unit, the task's own and the others asked. */
  cooperating: string[];
  /** As printed: a date of the request's own, or one by the rule below. */
  due: string;
  /** What the last meeting decided for the same task among the same units, and is still open. */
  open: DecisionRecord | null;
}

export const dueRule = (matters: readonly Matter[]): string =>
  `建议牵头单位为事项涉及的单位（涉及多个单位的，为其中列在首位的${matters.some(namesNobody) ? '；没有写明涉及单位的，为任务责任单位' : ''}），提出单位${matters.some(isOthers) ? '、任务责任单位' : ''}和其他涉及单位配合；建议办结时限，提出单位在事项中写明时间的从其所写，没有写明的，对应${matters.every(({ about }) => isTask(about)) ? '' : '目标或'}任务滞后的为会后一个月内，其他为下季度末。以上均为建议，由会议议定。`;

/** A date that the request itself names: 10月底前, 11月15日前, 2023年一季度末前, 争取2023年一季度. */
const OWN_DATE =
  /(?:\d{4}年)?(?:\d{1,2}月(?:\d{1,2}日|底|末|上旬|中旬|下旬)?|[一二三四]季度(?:末)?|年底)前|(?<=争取)\d{4}年[一二三四]季度/;

/** Also where the files have no dates for the next quarter yet. */
function endOfNext(period: Period): string {
  const year = period.year + 1;
  return periodEnd(nextPeriod(period) ?? { id: `${year}Q1`, year, quarter: 1 });
}

/** In the order in which those who ask speak, so that those of one unit stand together. */
export function mattersOf(ledger: Ledger): Matter[] {
  const decided = openDecisions(ledger);
  const all = requestsOf(ledger);
  const { nextSetting, meeting, period } = ledger;
  const atLast = `${formatDate(nextSetting?.asOf ?? endOfNext(period))}前`;
  // Help at the end of the quarter comes too late for what lags now.
  const soon = meeting.date ? `${formatDate(monthLater(meeting.date))}前` : atLast;
  return speakersOf(ledger)
    .flatMap(({ unit }) => all.filter(({ request }) => request.by === unit))
    .map(({ about, request: coordination }, i) => {
      const asked = coordination.with;
      const unit = unitOf(about);
      const lead = asked[0] ?? unit;
      const open = decided.find(({ decision }) => isAbout(decision, about, coordination));
      return {
        open: open ?? null,
        no: i + 1,
        about,
        coordination,
        lead,
        cooperating: [...new Set([coordination.by, unit, ...asked])].filter((one) => one !== lead),
        due: OWN_DATE.exec(coordination.matter.value)?.[0] ?? (lags(about) ? soon : atLast),
      };
    });
}

const lags = ({ status }: About): boolean => status !== null && isLaggingStatus(status);

const namesNobody = ({ coordination }: Matter): boolean => coordination.with.length === 0;

/** Not asked by the unit that answers for the task. */
export const isOthers = ({ about, coordination }: Matter): boolean => coordination.by !== unitOf(about);

/** Who asks: 省财政厅（配合单位） where it does not answer for the task itself. */
export function askedBy(matter: Matter): string {
  const { about, coordination } = matter;
  const { by } = coordination;
  const cooperates = isOthers(matter) && isTask(about) && cooperatingIn(about.task, about.track).includes(by);
  return cooperates ? `${by}（配合单位）` : by;
}

/** 第1项, 第1—3项. */
export function matterRange(numbers: readonly number[]): string {
  const first = numbers[0];
  const last = numbers.at(-1);
  return first === last ? `第${first}项` : `第${first}—${last}项`;
}
