/** Clauses that only say when: 完成上图470万亩，10月31日前完成; 建成交换中心，一季度投入试运行. What it is about stands before. */
import { cutName } from '../text/cut.ts';
import type { Clause } from './clauses.ts';
import type { Deadline } from './deadline.ts';
import { type FoundTarget, holds, type TargetReading } from './found-target.ts';
import { objectOf } from './name.ts';
import { eventTarget } from './without-number.ts';

const LONGEST_SUBJECT = 24;
const LONGEST_NAME = 30;
const MOST_IN_CLAUSE = 30;
const HEDGES = /力争|争取|确保|努力|务必|必须|[于在要将并均]|全部|全面|基本|实现|[按如]期/g;
const FINISHED = /^(?:完成|完工|建成|竣工|到位|办结|落实)(?:任务|建设|工作)?$/;
const EVENT =
  /^(?:正式|建成)*(?:投入(?:试)?(?:使用|运营|运行)|投用|投运|投产|上线(?:试?运行|运营)?|试运行|启用|开通|开工(?:建设)?|竣工|挂牌(?:运营|成立)?|(?:通过|完成)?(?:竣工)?验收|封顶|落地|(?:印发|出台|发布)(?:实施|施行|执行)?|施行|交付(?:使用)?|通车)$/;

/** finished: the thing before is done by then · event: this happens to it. */
export function dayBehind(
  text: string,
  { words }: Deadline,
): { how: 'finished' | 'event'; what: string } | undefined {
  const what = text.replace(words.replace(/完成$/, ''), '').replace(HEDGES, '').trim();
  if (FINISHED.test(what)) return { how: 'finished', what };
  return EVENT.test(what) ? { how: 'event', what } : undefined;
}

/** Whether the clause has been dealt with as such a one; `earlier`: those before it in its sentence. */
export function fromDayBehind(
  text: string,
  clause: Clause,
  earlier: readonly Clause[],
  deadline: Deadline | undefined,
  year: number,
  out: TargetReading,
): boolean {
  const late = deadline && dayBehind(clause.text, deadline);
  const before = earlier.at(-1);
  if (!deadline || !late || !before || !deadline.date.startsWith(String(year))) return false;
  // One clause holds hardly more.
  const counted = out.targets.slice(-MOST_IN_CLAUSE).filter((target) => holds(target, before.start));
  const end = clause.start + clause.text.length;
  if (late.how === 'finished' && counted.length > 0) {
    // 二季度前完成3间，年底全部完工 is told beside the number.
    if (counted.every((target) => target.deadline !== undefined && target.deadline !== deadline.date))
      return false;
    for (const target of counted) {
      target.sentence = text.slice(target.offset, end);
      setDeadline(target, deadline, year);
    }
    return true;
  }
  if (deadline.date === `${year}-12-31`) return false;
  const { words, said } =
    late.how === 'finished' ? { words: '', said: before } : subjectOf(earlier, late.what, out);
  const name = late.how === 'finished' ? plain(before.text) : fitting(words, late.what);
  const whole = said ? { ...said, text: text.slice(said.start, end) } : clause;
  out.targets.push(eventTarget(whole, name, deadline));
  return true;
}

/** A long title is not followed by half a word: 《…》印发 instead of 《…》印发实施, or the title alone. */
const fitting = (words: string, what: string): string =>
  [what, what.replace(/(?<=印发|出台|发布)(?:实施|施行|执行)$/, '')]
    .map((deed) => `${words}${deed}`)
    .find((name) => name.length <= LONGEST_NAME) ??
  (words || what);

function setDeadline(target: FoundTarget, { date, vague }: Deadline, year: number): void {
  if (target.deadline !== undefined || date === `${year}-12-31` || target.schedule.type === 'nodes') return;
  target.deadline = date;
  if (vague) target.doubt ??= 'vagueDeadline';
}

const plain = (text: string): string => text.replace(/力争|争取|确保|努力/g, '');

const ISSUED = /印发|出台|发布|施行/;
const DOCUMENT = /《|^(?:研究|抓紧|加快)?(?:制定|制订|编制|起草|拟定|修订)/;

/**
 * 建设超算中心，算力达到200P，三季度投入运营: the centre, not its power. `said`: the clause that names it and says nothing
 * else that is followed.
 */
function subjectOf(
  earlier: readonly Clause[],
  what: string,
  { targets }: TargetReading,
): { words: string; said: Clause | undefined } {
  const things = earlier.map((clause) => {
    const named = targets.slice(-MOST_IN_CLAUSE).findLast((target) => holds(target, clause.start));
    return { clause, named, words: objectOf(named?.name ?? plain(clause.text)) };
  });
  const issued = ISSUED.test(what) ? things.findLast(({ clause }) => DOCUMENT.test(clause.text)) : undefined;
  const made =
    issued ?? things.findLast(({ named }) => !named || named.kind === 'cumulative') ?? things.at(-1);
  // 完成招标，9月底前上线: one event is not what the next happens to.
  if (!made || things.at(-1)?.named?.operator === 'yesNo') return { words: '', said: undefined };
  const between = things.slice(things.indexOf(made)).some(({ named }) => named);
  return { words: cutName(made.words, LONGEST_SUBJECT), said: between ? undefined : made.clause };
}
