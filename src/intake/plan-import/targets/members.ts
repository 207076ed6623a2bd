/** Members of a list that share their noun: 1个国家级、3个省级平台; 5个产值超500亿元、10个超100亿元的产业集群. */
import { splitUnit } from '../../../base/chinese/magnitude.ts';
import { DOING, type NumberSpan } from './number-scan.ts';

const COUNT = /^(?:个|家|户|项|条|座|所|支|款)$/;
/** What may stand before a count whose noun is still to come. */
const AHEAD = new RegExp(`(?:^|[、，和及]|(?:壮大|做强|扶持|支持|招引|拥有|力争有)|${DOING.source})$`);
const EXCEEDS = '(?:超过?|突破|逾|达到?|不低于)?';
/** 国家级, 千亿级; for regular expressions. */
export const LEVELS = '(?:国家|世界|全国|行业|[省市县区州]|[十百千万]?亿元?)级';
const AMOUNT = `${EXCEEDS}(?:\\d[\\d.,]*|[十百千])[万亿]{0,2}美?元(?:以上)?`;
const SIZE = `[^，、和及\\d]{0,10}${AMOUNT}`;
const QUALIFIER = new RegExp(`^(?:${LEVELS}|${SIZE})$`);
const WITH_NOUN = new RegExp(`^(?:以上)?(?:[\\u4e00-\\u9fff]{1,3}级|${SIZE})([^、和及（，\\d]+)`);
const BARE_SIZE = new RegExp(`^${AMOUNT}`);
const MEASURE = new RegExp(`^([^，、和及\\d]{2,10}?)${AMOUNT}`);

/** 打造5个: what is counted is still to come. */
export const isAheadOfNoun = (clause: string, { start, unit }: NumberSpan): boolean =>
  COUNT.test(splitUnit(unit).base) && AHEAD.test(clause.slice(0, start));

/** 产值超500亿元 right behind 5个, with the noun or another member behind it: the size of what is counted. */
export function isSizeOfCounted(
  clause: string,
  spans: readonly NumberSpan[],
  index: number,
  end: number,
): boolean {
  const count = spans[index - 1];
  const span = spans[index] as NumberSpan;
  if (!count || !isAheadOfNoun(clause, count)) return false;
  const close = /^[^，、和及]{0,12}$/.test(clause.slice(count.end, span.start));
  return close && /^(?:[、和及的]|以及)/.test(clause.slice(end));
}

/** `behind`: the words behind each number of the clause that belong to it; `own`: the name that the member has alone. */
export function memberName(own: string, behind: readonly string[], index: number): string {
  const what = (behind[index] ?? '').replace(/[、和及]+$/, '');
  if (QUALIFIER.test(what)) return `${own}${nounOf(behind.slice(index + 1))}`;
  const measure = behind.slice(0, index).map((words) => MEASURE.exec(words)?.[1]);
  return BARE_SIZE.test(own) ? `${measure.findLast((one) => one !== undefined) ?? ''}${own}` : own;
}

const nounOf = (behind: readonly string[]): string =>
  behind.map((words) => WITH_NOUN.exec(words)?.[1]).find((noun) => noun !== undefined) ?? '';
