/** Numbers that go on with what was counted before: 力争10%, 全省达到15个, 2025年建成20个 name nothing of their own. */
import { splitUnit } from '../../../base/chinese/magnitude.ts';
import { sameCount } from '../../../base/chinese/units.ts';
import { isOnlyChange, withoutChange } from './change.ts';
import type { FoundTarget } from './found-target.ts';

/** What earlier words of the text say about the numbers behind them. */
export interface Said {
  /** The name of the last whole thing that was counted, '' for none. */
  subject: string;
  /** The last number that stands in no bracket. */
  last: FoundTarget | undefined;
  /** All such things of the sentence, with their units. */
  wholes: { name: string; unit: string }[];
  /** The name of the part of it that was counted last in the same sentence: 其中核心产业营业收入; '' for none. */
  part: string;
  /** The clause before in the same sentence where it has no number: 开展安全检查，全年不少于2次. */
  topic: string;
}

const HOPE = /力争|争取|努力|尽力|确保/;
const HOPED = new RegExp(`（(?:${HOPE.source})）$`);
const VERB = '(?:新增|新建|新开通|新培育|净增|完成|实现|引进|打造|培育|建成|创建|认定)';
const IN_ALL = /^全[省市县区州]/;
const EACH = /^[各每]个?(?:设区市|地市|市县|[省市县区州乡镇村]|单位|部门|园区|高校|企业)[均都]?/;
const GENERIC = /^(?:累计|总[数量计]|合计|占比|规模|数量)$/;
const ONLY_VERB = new RegExp(`^${VERB}$`);

/** The word of hope in words that say no more: 、力争达到. */
export const hopeIn = (words: string): string => HOPE.exec(words)?.[0] ?? '';

/** 增长8%以上、力争10% or 力争增长10%: the number before once more, in the same unit; undefined where it is another. */
export function hopedAgain(own: string, unit: string, { last }: Said): FoundTarget | undefined {
  if (!last || !sameMeasure(last.unit, unit)) return undefined;
  return own === '' || (isOnlyChange(own) && withoutChange(last.name) !== last.name) ? last : undefined;
}

/** 产值增长 → 产值增长（力争） */
export const hopedName = (name: string, hope: string): string => `${name.replace(HOPED, '')}（${hope}）`;

/** What a part is called that says only where or what is done (全省, 建成, 累计); undefined where it names a thing. */
export function goingOn(own: string, unit: string, { subject, last }: Said): string | undefined {
  if (GENERIC.test(own)) return `${nounOf(subject)}${own}`;
  if (own === '总投资' && subject !== '') return `${withoutChange(subject)}（${own}）`;
  if (subject === '' || !last || !sameMeasure(last.unit, unit)) return undefined;
  const rest = own.replace(IN_ALL, '');
  if (rest === '') return nounOf(subject);
  if (rest !== own && GENERIC.test(rest)) return `${nounOf(subject)}${rest}`;
  return ONLY_VERB.test(rest) ? `${rest}${nounOf(subject).replace(ONLY_VERB, '')}` : undefined;
}

/** Of what a part in that unit is one: of 项目50个、总投资100亿元 the projects where projects are counted. */
export const wholeOf = (unit: string, { subject, wholes }: Said): string =>
  wholes.findLast((whole) => sameMeasure(whole.unit, unit))?.name ?? subject;

/** 每个设区市建成集聚区 → 集聚区 */
const nounOf = (subject: string): string =>
  withoutChange(subject)
    .replace(EACH, '')
    .replace(/^[两三五]年累计/, '')
    .replace(new RegExp(`^${VERB}(?=.)`), '');

/** 9000亿元 and 1万亿元, 10家 and 20个 */
function sameMeasure(one: string, other: string): boolean {
  return sameCount(splitUnit(one).base, splitUnit(other).base);
}
