/**
 * Which quantities of a progress text speak of a target, and whether they agree with the reported value. Built to stay
 * silent when in doubt: the words beside the number must be those of the indicator, the unit must fit, and nothing in
 * the clause may point to another span (本季度), part (其中, 南昌市) or kind of number (比上季度, 目标).
 */
import { splitUnit } from '../../base/chinese/magnitude.ts';
import type { Mention } from '../../base/chinese/mentions.ts';
import type { Quantity } from '../../base/chinese/quantity.ts';
import { sameCount } from '../../base/chinese/units.ts';
import { multiply, scale, subtract } from '../../base/decimal.ts';
import type { Period } from '../../model/period.ts';
import type { Target } from '../../model/plan/target.ts';
import { accumulates } from '../verdicts/progress.ts';

/** Fewer characters in common are chance. */
const LEAST_SHARED = 3;
/** Words between the name of a thing and its number that say nothing. */
const FILLER =
  /(?:已|又|共|累计|共计|合计|总计|总数|总量|数量|达到|达|为|至|到|是|有|增至|增加到|升至|回升至|提高到|提升到|扩大到|初步测算|分别|全部|超额)+$/;
/** What speaks of something else than the cumulative value of the whole, unless the indicator itself is so called. */
const OTHER_MATTER =
  /其中|包括|另有|另外|环比|比上|较|去年|上年|年初|目标|计划|任务|剩余|尚有|还有|还差|未|力争|拟|将|每|平均|日均|月均|单季|当季|当月|本季|本月|新批|新增|净增|新认定|首批|第[一二三四\d]+批|设区市|下达|申报|意向|推荐|增长|下降|增加(?!值)|减少|提高|回落|[一-鿿]{2}[市县区](?!域)/g;
const CUMULATIVE = /累计|共|合计|总计|已|达|全年|全部|上半年|前三季度|至|到|截至/;
/** Spans that a quarter's cumulative value may be said to cover; every other one is another span. */
const OWN_SPANS = [
  /一季度|首季|1[—－~至-]3月/,
  /上半年|1[—－~至-]6月/,
  /前三季度|1[—－~至-]9月/,
  /全年|1[—－~至-]12月/,
];
const ANY_SPAN = /[一二三四]季度|第[一二三四1-4]季度|首季|上半年|下半年|全年|\d{1,2}月|前三季度/;
const UNTIL = /截?至[^，]*?(?:月[底末]?|\d日|季度末)|\d{1,2}月[底末]/;
const VERB =
  /^(?:新建|建成|新增|打造|实施|形成|完成|引进、培养|培养|培育|支持|立项支持|推进建设|认定|实现|回流|举办)/;
/** Words that people put in and leave out at will. */
const OPTIONAL = /[“”"《》]|累计|同比|全省/g;

/** The indicator's name, taken apart: 培育的省级科技创新平台 → 培育 + 省级科技创新平台. */
function nameOf(target: Target): { verb: string; noun: string; least: number } {
  const plain = target.name.replace(/（[^）]*）/g, '').replace(OPTIONAL, '');
  const verb = VERB.exec(plain)?.[0] ?? '';
  const noun = plain.includes('的') ? plain.slice(plain.lastIndexOf('的') + 1) : plain.slice(verb.length);
  const length = [...noun].length;
  // Of A、B和C the last alone would be a part.
  return { verb, noun, least: /[、和与及]/.test(noun) ? length : Math.min(LEAST_SHARED, length) };
}

/** The quantity in the target's unit; undefined when they measure different things. */
export function inUnitOf(quantity: Quantity, unit: string): Quantity | undefined {
  const from = splitUnit(quantity.unit);
  const to = splitUnit(unit);
  const bare = (to.base === '' && to.magnitude !== '') || from.base === '';
  if (!bare && !sameCount(from.base, to.base)) return undefined;
  const shift = from.exponent - to.exponent;
  return {
    ...quantity,
    unit,
    value: scale(quantity.value, shift),
    // The place of the last digit moves with the point; negative for whole tens.
    decimals: quantity.decimals - shift,
  };
}

/** Whether the mention speaks of the target's value at the period's end. */
export function speaksOf(mention: Mention, target: Target, period: Period): boolean {
  if (!inUnitOf(mention.quantity, target.unit)) return false;
  const { verb, noun, least } = nameOf(target);
  const clean = (text: string): string => text.replace(OPTIONAL, '');
  const written = FILLER.exec(mention.before)?.[0] ?? '';
  const before = clean(mention.before.slice(0, mention.before.length - written.length));
  const clause = mention.clause.slice(0, mention.clause.length - written.length);
  const after = clean(mention.after).replace(/^的/, '');
  const isAbout = (text: string): boolean => !isOther(text, target, noun);
  if (!isAbout(clause) || /其中|包括/.test(mention.earlier)) return false;
  if (accumulates(target) && otherSpan(mention.clause, period)) return false;
  const said = (text: string): boolean =>
    clean(text).includes(verb) || CUMULATIVE.test(text) || period.quarter === 1;
  // 平台, 项目: everything is called so.
  if ([...noun].length < LEAST_SHARED) return false;
  if (said(mention.clause) && sharedEnd(before, noun) >= least) return true;
  const whole = `${mention.clause}${mention.after}`;
  if (verb !== '' && said(whole) && isAbout(mention.after) && startsWithTail(after, noun)) return true;
  // “…省级科技创新平台5个，累计7个”: the noun stands earlier in the sentence.
  const alone = /^(?:全年|上半年|前三季度)?$/.test(before) && after === '';
  return (
    alone && /累计|合计|共/.test(written) && [...noun].length > 3 && clean(mention.earlier).includes(noun)
  );
}

/** Words that point elsewhere; those of the indicator's own name do not. */
function isOther(text: string, target: Target, noun: string): boolean {
  const outside = text.replace(/[“”]/g, '').replaceAll(noun, '·');
  return (outside.match(OTHER_MATTER) ?? []).some((word) => !target.name.includes(word));
}

function otherSpan(clause: string, period: Period): boolean {
  const own = OWN_SPANS[period.quarter - 1] as RegExp;
  return ANY_SPAN.test(clause.replace(own, '').replace(UNTIL, ''));
}

/** Whether a text begins with the noun or its last part: 重点企业 of 数字经济重点企业; two characters are too few. */
function startsWithTail(text: string, noun: string): boolean {
  const characters = [...noun];
  return characters.some(
    (_, i) => characters.length - i > LEAST_SHARED && text.startsWith(characters.slice(i).join('')),
  );
}

/** Characters that both texts end with. */
function sharedEnd(left: string, right: string): number {
  const [a, b] = [[...left].reverse(), [...right].reverse()];
  const differs = b.findIndex((character, i) => character !== a[i]);
  return differs < 0 ? b.length : differs;
}

/** Share by which a plain number may be rounded in the text and, smaller, in the value. */
const ROUNDED = { text: 0.05, value: 0.02 };
/** 超过500亿元 is still fair to say of 560亿元, and 近 of a tenth less. */
const FAIR = { more: 1.2, less: 0.9 };

/**
 * Whether a number of the text, in the unit of `value`, says the same: equal after the rounding that its digits or
 * its qualifier allow, or the value's: 超100个 is said of 104个. `approximate` is the share that 约 and 左右 allow.
 */
export function agrees(said: Quantity, value: Quantity, approximate: number): boolean {
  return allows(said, value, approximate) || (value.qualifier !== '' && allows(value, said, approximate));
}

function allows(said: Quantity, value: Quantity, approximate: number): boolean {
  const size = Math.abs(value.value);
  const step = (quantity: Quantity): number => scale(0.5, -quantity.decimals);
  const slack = Math.max(
    Math.min(step(said), multiply(size, ROUNDED.text)),
    Math.min(step(value), multiply(size, ROUNDED.value)),
  );
  const difference = subtract(value.value, said.value);
  switch (said.qualifier) {
    case '':
      return Math.abs(difference) <= slack;
    case '约':
    case '左右':
      return Math.abs(difference) <= Math.max(slack, multiply(size, approximate));
    case '近':
    case '不足':
    case '以下':
      return difference <= slack && value.value >= multiply(said.value, FAIR.less) - slack;
    case '超过':
    case '突破':
    case '以上':
      return difference >= -slack && value.value <= multiply(said.value, FAIR.more) + slack;
  }
}
