/** Targets of clauses without a number: a day by which something is to be there, and promises in words. */
import { cutName, withoutHalves } from '../cut.ts';
import type { Clause } from './clauses.ts';
import type { Deadline } from './deadline.ts';
import type { FoundTarget, TargetReading } from './found-target.ts';
import { scheduleOf } from './kind.ts';
import { WHO } from './name.ts';
import { promiseIn } from './promises.ts';

const LONGEST_NAME = 30;
const EVENT_VERB =
  /投入(?:试)?(?:使用|运营|运行)|试运行|建成|竣工|完工|完成|上线|开工|启用|落地|印发|出台|发布|施行|投产|投用|投运|开通|通车|封顶|交付|验收|设立|挂牌|召开|举办|承办|开展/;
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
  const at = clause.text.indexOf(deadline.words);
  const before =
    at < 0
      ? ''
      : clause.text
          .slice(0, at)
          .replace(WHO, '')
          .replace(/[在于]$/, '');
  const behind = at < 0 ? clause.text : clause.text.slice(at + deadline.words.length);
  const name = `${before}${behind}`.replace(/^到|确保|力争|争取/g, '').replace(SIZE, '');
  out.targets.push(eventTarget(clause, name, deadline));
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
