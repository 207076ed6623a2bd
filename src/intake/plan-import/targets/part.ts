/** Parts of what was counted before: （其中国家级2个）, 其中规上企业5家, 累计达到8万个, and lists that share their noun. */
import { cutName } from '../text/cut.ts';
import { isOnlyChange, withoutChange } from './change.ts';
import type { FoundTarget } from './found-target.ts';
import { goingOn, hopedAgain, hopedName, hopeIn, type Said, wholeOf } from './going-on.ts';
import { LEVELS, memberName } from './members.ts';
import { objectOf, seam, targetName } from './name.ts';
import type { NumberSpan } from './number-scan.ts';
import type { Reading } from './operator.ts';
import { promisedParts } from './promises.ts';
import { isOnlyRank, withoutRank } from './ranks.ts';

const LEVEL = new RegExp(`^${LEVELS}$`);
const LEVEL_WITHIN = new RegExp(`${LEVELS}(?:及?以上)?`);
/** 其中上半年完成: the same by an earlier day. */
const EARLIER =
  /^其中[：:]?((?:上半年|第?[一二三]季度|前三季度|\d{1,2}月|20\d{2}年)(?:底|末)?)前?(?:完成|建成|实现|新增|新建|达到?|不少于)*$/;
const LONGEST_TOPIC = 30;
/** 累计建成 */
const ONLY_DONE = /^(?:累计)?(?:新增|新建|净增|完成|实现|引进|打造|培育|建成|创建|认定)$|^累计$/;
const AMONG = /^(?:其中|包括|含(?!税))[：:]?/;

/** The bracket that a number stands in. */
interface Bracket {
  open: number;
  close: number;
}

function bracketAround(clause: string, at: number): Bracket | undefined {
  const open = clause.lastIndexOf('（', at);
  const closed = clause.indexOf('）', open + 1);
  if (open < 0 || (closed >= 0 && closed < at)) return undefined;
  return { open, close: closed < 0 ? clause.length : closed };
}

/** The part of the clause that belongs to one of its numbers. */
export function partOf(
  clause: string,
  spans: readonly NumberSpan[],
  index: number,
): { from: number; to: number; bracket: Bracket | undefined } {
  const span = spans[index] as NumberSpan;
  const previous = spans[index - 1];
  const next = spans[index + 1];
  const bracket = bracketAround(clause, span.start);
  const behind = next && bracketAround(clause, next.start);
  let from = previous ? seam(clause, previous.end, span.start) : 0;
  // 县域5G全覆盖、乡镇覆盖率90%
  for (const part of promisedParts(clause, spans)) if (part.end < span.start) from = Math.max(from, part.end);
  // 建成人口、法人等五大基础库和10个专题库: the list before it has no number.
  if (!previous && /等[^，、和及]{2,14}(?:和|以及|及|、)$/.test(clause.slice(0, span.start)))
    from = span.start;
  let to = next ? seam(clause, span.end, next.start) : clause.length;
  if (bracket) {
    from = previous && previous.start > bracket.open ? from : bracket.open + 1;
    to = Math.min(to, bracket.close);
  } else if (behind && behind.open >= span.end) to = Math.min(to, behind.open);
  return { from, to, bracket };
}

/** What a number counts. */
export interface Named {
  name: string;
  /** A thing of its own, with which later numbers may go on. */
  whole: boolean;
  /** It names nothing and goes on with what was counted before. */
  goesOn?: true;
  /** 其中…: what follows may go on with it. */
  among?: true;
  /** The number before, of which this is a hope. */
  again?: FoundTarget;
}

/** The name of one of a clause's numbers, taken from its own part of the clause or from what was said before. */
export function nameOfPart(
  clause: string,
  spans: readonly NumberSpan[],
  index: number,
  reading: Reading,
  said: Said,
): Named {
  const { subject, topic, part: among } = said;
  const span = spans[index] as NumberSpan;
  const { from, to, bracket } = partOf(clause, spans, index);
  const counted = targetName(clause, span, reading, from, to);
  const own = span.form === 'multiple' ? grown(counted) : counted;
  if (span.form === 'rank' && subject !== '' && isOnlyRank(own))
    return { name: `${withoutRank(withoutChange(subject))}${own}`, whole: false };
  const plain = own.replace(AMONG, '');
  const outside = bracket ? spans.findIndex(({ start }) => start > bracket.open) : index;
  const earlier = subject === '' ? undefined : EARLIER.exec(clause.slice(from, span.start))?.[1];
  if (earlier) return { name: joined(subject.replace(/^累计(?=.)/, ''), earlier), whole: false };
  const hope = hopeIn(clause.slice(from, span.start));
  const again = hope === '' || (bracket && outside === 0) ? undefined : hopedAgain(own, span.unit, said);
  if (again) return { name: hopedName(again.name, hope), whole: false, goesOn: true, again };
  if (bracket) {
    const outer = outside > 0 ? subject : targetName(clause, { start: bracket.open }, { end: 0 }, 0, 0);
    return { name: joined(outer, plain), whole: false };
  }
  // 其中幼儿园7个、小学4个: 小学 is a part, too.
  const parts = spans
    .slice(0, index)
    .some((one, i) => one.unit === span.unit && AMONG.test(clause.slice(partOf(clause, spans, i).from)));
  if (subject !== '' && parts && /^[^增建成引完][^，、]{0,7}$/.test(own))
    return { name: joined(wholeOf(span.unit, said), own), whole: false };
  if (subject !== '' && own !== plain)
    return { name: joined(wholeOf(span.unit, said), plain), whole: false, among: true };
  // 国家级示范区1个、省级3个; of 1个国家级、3个省级平台 the noun is still to come.
  if (subject !== '' && LEVEL.test(own) && (to === clause.length || to <= reading.end))
    return { name: joined(subject, plain), whole: false };
  // Of 增长8%以上、达到500亿元 the second goes on with the first.
  const first = index === 0 && topic !== '';
  if (own === '' && first) return { name: cutName(topic, LONGEST_TOPIC), whole: true };
  if (first && ONLY_DONE.test(own))
    return {
      name: cutName(topic.startsWith(own) ? topic : `${own}${objectOf(topic)}`, LONGEST_TOPIC),
      whole: true,
    };
  // …，其中核心产业营业收入达到2300亿元，同比增长10%: of the part that was named last.
  const ofPart = isOnlyChange(own) && among !== '' ? among : subject;
  if (isOnlyChange(own) || own === '')
    return { name: `${withoutChange(ofPart)}${own}`, whole: false, goesOn: true };
  if (/^占.+(?:比|率)/.test(own)) return { name: `${withoutChange(subject)}${own}`, whole: true };
  // 占移动用户的50%
  if (subject !== '' && span.unit === '%' && /^占.{2}/.test(own))
    return { name: `${withoutChange(subject)}${own}比重`, whole: true };
  const further = goingOn(own, span.unit, said);
  if (further !== undefined) return { name: further, whole: false, goesOn: true };
  const behind = spans.map((one, i) =>
    clause.slice(i === index ? reading.end : one.end, partOf(clause, spans, i).to),
  );
  return { name: memberName(subject === '' ? plain || own : own, behind, index), whole: true };
}

/** 产值翻一番 → 产值增长 */
const grown = (name: string): string =>
  withoutChange(name) === name && !isOnlyChange(name) ? `${name}增长` : name;

/** 国家级平台1个、省级3个 → 省级平台; otherwise the part stands in brackets behind the whole. */
function joined(subject: string, what: string): string {
  if (subject === '' || what === '') return subject || what;
  // 工业营业收入（数字经济核心产业营业收入）
  if (what.length > 6 && what.endsWith(subject.slice(-4)) && what.length !== subject.length) return what;
  if (LEVEL.test(what) && LEVEL_WITHIN.test(subject)) return subject.replace(LEVEL_WITHIN, what);
  return `${withoutChange(subject)}（${what.replace(/^（(.*)）$/, '$1')}）`;
}
