/** Targets of clauses without a number: a day by which something is to be there, and promises in words. */
import { cutName, withoutHalves } from '../text/cut.ts';
import { type Clause, clauses } from './clauses.ts';
import { type Deadline, readDeadline } from './deadline.ts';
import type { FoundTarget, TargetReading } from './found-target.ts';
import { scheduleOf } from './kind.ts';
import { WHO } from './name.ts';
import { promiseIn } from './promises.ts';

const LONGEST_NAME = 30;
const EVENT_VERB =
  /投入(?:试)?(?:使用|运营|运行)|试运行|建成|竣工|完工|完成|上线|开工|启用|落地|印发|出台|编制|制定|发布|公布|(?<!实)施行|投产|投用|投运|开通|通车|封顶|交付|验收|设立|挂牌|召开|举办|承办|开展/;
/** 总投资1.2亿元的 */
const SIZE = /^(?:总投资|概算|造价)[^，的]{2,14}的(?=.{2})/;

/** 确保…上半年全面投入运营: an event with its own deadline. 年底 is everybody's deadline and makes no target. */
export function fromDeadline(
  clause: Clause,
  deadline: Deadline | undefined,
  year: number,
  out: TargetReading,
): void {
  if (!deadline || deadline.date === `${year}-12-31` || !EVENT_VERB.test(clause.text)) return;
  if (!deadline.date.startsWith(String(year))) return;
  out.targets.push(eventTarget(clause, besidesDay(clause.text, deadline), deadline));
}

/** What a clause says is to happen, without its day and who does it. */
function besidesDay(text: string, { words }: Deadline): string {
  const at = text.indexOf(words);
  const before =
    at < 0
      ? ''
      : text
          .slice(0, at)
          .replace(WHO, '')
          .replace(/[在于]$/, '');
  const behind = at < 0 ? text : text.slice(at + words.length);
  return `${before}${behind}`.replace(/^到|确保|力争|争取/g, '').replace(SIZE, '');
}

/** 9月底前, 于9月30日, 力争三季度; 上半年 alone may say of which time something speaks. */
const BINDING = /[前底末]$/;
const BOUND_BY = /(?:[于在到至]|力争|争取|确保)$/;

/**
 * Of a task in which nothing is counted and no event is named: what the days bind that it names (9月底前接入省级平台; 6月底前，
 * 推动系统上云). The stages of a ladder know nothing of them.
 */
export function boundByDay(text: string, year: number): FoundTarget[] {
  const all = clauses(text);
  return all.flatMap((clause, i): FoundTarget[] => {
    const deadline = readDeadline(clause.text, year);
    if (!deadline?.date.startsWith(String(year)) || deadline.date === `${year}-12-31`) return [];
    const ahead = clause.text.slice(0, clause.text.indexOf(deadline.words));
    if (!BINDING.test(deadline.words) && !BOUND_BY.test(ahead)) return [];
    if (clause.text.length > deadline.words.length + 2)
      return [eventTarget(clause, besidesDay(clause.text, deadline), deadline)];
    const next = all[i + 1];
    if (next?.sentence !== clause.sentence) return [];
    const whole = { ...clause, text: text.slice(clause.start, next.start + next.text.length) };
    return [eventTarget(whole, next.text, deadline)];
  });
}

/** There or not by that day. */
export function eventTarget(clause: Clause, name: string, deadline: Deadline): FoundTarget {
  return {
    name: cutName(withoutHalves(name), LONGEST_NAME) || clause.text,
    operator: 'yesNo',
    wording: /确保|力争|争取/.exec(clause.text)?.[0] ?? '',
    value: 1,
    unit: '项',
    kind: 'deadline',
    schedule: scheduleOf('deadline'),
    deadline: deadline.date,
    sentence: clause.text,
    offset: clause.start,
    ...(deadline.vague && { doubt: 'vagueDeadline' as const }),
  };
}

/** What is promised in words, see promises.ts; `words`: the clause or its part that does. */
export function fromPromise(
  clause: Clause,
  words: string,
  deadline: Deadline | undefined,
  { year, softener }: { year: number; softener: string | undefined },
  out: TargetReading,
): void {
  const promise = promiseIn(words);
  if (!promise) return;
  const { how, name, ...rest } = promise;
  out.targets.push({
    name: cutName(name, LONGEST_NAME),
    operator: how === 'done' ? 'yesNo' : 'atLeast',
    wording: '',
    ...(softener !== undefined && { softener }),
    ...rest,
    ...(deadline && deadline.date !== `${year}-12-31` && { deadline: deadline.date }),
    sentence: clause.text,
    offset: clause.start,
    promise: how,
    ...(deadline && deadline.date > `${year}-12-31` && { doubt: 'laterYear' as const }),
  });
}
