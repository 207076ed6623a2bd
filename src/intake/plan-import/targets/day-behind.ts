/** Clauses that only say when: 完成上图470万亩，10月31日前完成; 建成交换中心，一季度投入试运行. What it is about stands before. */
import { cutName } from '../cut.ts';
import type { Clause } from './clauses.ts';
import type { Deadline } from './deadline.ts';
import { type FoundTarget, holds, type TargetReading } from './found-target.ts';
import { eventTarget } from './without-number.ts';

const LONGEST_SUBJECT = 24;
const HEDGES = /力争|争取|确保|努力|务必|必须|[于在要将并均]|全部|全面|基本|实现|[按如]期/g;
const FINISHED = /^(?:完成|完工|建成|竣工|到位|办结|落实)(?:任务|建设|工作)?$/;
const EVENT =
  /^(?:正式|建成)*(?:投入(?:试)?(?:使用|运营|运行)|投用|投运|投产|上线(?:试?运行|运营)?|试运行|启用|开通|开工(?:建设)?|竣工|挂牌(?:运营|成立)?|(?:通过|完成)?(?:竣工)?验收|封顶|落地|印发|出台|发布|施行|交付(?:使用)?|通车)$/;
/** 建成, 加快推进: what is done to the thing that the next clause goes on about. */
const DOING =
  /^(?:加快|积极|大力|全面|继续|推进|推动|实施|开展|建设|建成|新建|组建|设立|打造|完成|改造|升级|出台|印发|编制|制定|发布|上线|开发|搭建)+(?=.{2})/;

/** finished: the thing before is done by then · event: this happens to it. */
export function dayBehind(
  text: string,
  { words }: Deadline,
): { how: 'finished' | 'event'; what: string } | undefined {
  const what = text.replace(words.replace(/完成$/, ''), '').replace(HEDGES, '').trim();
  if (FINISHED.test(what)) return { how: 'finished', what };
  return EVENT.test(what) ? { how: 'event', what } : undefined;
}

/** Whether the clause has been dealt with as such a one; `before`: the clause that it follows in its sentence. */
export function fromDayBehind(
  text: string,
  clause: Clause,
  before: Clause | undefined,
  deadline: Deadline | undefined,
  year: number,
  out: TargetReading,
): boolean {
  const late = deadline && dayBehind(clause.text, deadline);
  if (!deadline || !late || !before || !deadline.date.startsWith(String(year))) return false;
  const counted = out.targets.filter((target) => holds(target, before.start));
  const end = clause.start + clause.text.length;
  if (late.how === 'finished' && counted.length > 0) {
    for (const target of counted) {
      target.sentence = text.slice(target.offset, end);
      setDeadline(target, deadline, year);
    }
    return true;
  }
  if (deadline.date === `${year}-12-31`) return false;
  const name = late.how === 'finished' ? plain(before.text) : `${subjectOf(before, counted)}${late.what}`;
  const whole = { ...before, text: text.slice(before.start, end) };
  out.targets.push(eventTarget(late.how === 'finished' ? whole : clause, name, deadline));
  return true;
}

function setDeadline(target: FoundTarget, { date, vague }: Deadline, year: number): void {
  if (target.deadline !== undefined || date === `${year}-12-31` || target.schedule.type === 'nodes') return;
  target.deadline = date;
  if (vague) target.doubt ??= 'vagueDeadline';
}

const plain = (text: string): string => text.replace(/力争|争取|确保|努力/g, '');

function subjectOf(before: Clause, counted: readonly FoundTarget[]): string {
  const named = counted.at(-1);
  // 完成招标，9月底前上线: one event is not what the next happens to.
  if (named?.operator === 'yesNo') return '';
  return cutName((named?.name ?? plain(before.text)).replace(DOING, ''), LONGEST_SUBJECT);
}
