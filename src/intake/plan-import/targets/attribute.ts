/** Numbers that describe something instead of promising it: 产值超100亿元企业2家, 每家最高奖励300万元. */
import { splitUnit } from '../../../base/chinese/magnitude.ts';
import { isAheadOfNoun, isSizeOfCounted } from './members.ts';
import type { NumberSpan } from './number-scan.ts';
import type { Reading } from './operator.ts';

const GRANT =
  /(?:最高(?:补助|补贴|奖励|奖补|支持|资助)?(?:可达|不超过|达)?|每[个家户项人套台年亩][^，、]{0,8}|给予[^，、]{0,12}(?:奖励|补贴|补助|奖补|支持)?(?:不超过)?)$/;
/** 返还上年度保险费的50%, 按投资额的10%给予补助; not 兑现率达到95%. */
const GRANTED_SHARE =
  /(?:给予|返还|补贴|补助|奖励|奖补|贴息|资助)[^，；\d]*(?<!(?:率|占比|比例|比重)[^，；]{0,6})$|按[^，；\d]{2,30}的$/;
const GRANTS = /给予|返还|补贴|补助|奖励|奖补|贴息|资助|支付|计提/;
/** 30人（含）以下的企业 */
const INCLUDING = /^（含[^（）]{0,3}）及?以[上下]/;
/** 围绕12条产业链, 紧扣39项指标: what the work goes by. */
const SCOPE =
  /(?:^|[，、；：])(?:紧扣|紧盯|紧紧围绕|围绕|聚焦|对照|对标|按照|依托|依据|根据|瞄准|立足|针对)[^，、；：\d]{0,14}$/;
/** What is sorted by size. */
const SORTED =
  /^(?:的[^，、；。\d]{0,20}|[^，、；。\d]{0,10})(?:企业|项目|单位|主体|工厂|商户|客户|产品|平台|集群|园区|基地|载体|村|农户|[住用]户|乡镇|家庭|人群|对象|小区|锅炉|机组|车辆)/;
/** 企业1000家以上的县达到10个 */
const OF_WHICH = /^以上的?[^，、和及]{1,14}(?:达到?|超过?|不少于|不低于|突破)$/;
const OF_RATE = /^(?:及?以[上下内])的?[^，、；\d]{2,16}(?:率|占比|比例|比重|覆盖面|满意度)[^，、；\d]{0,6}$/;
/** 每校至少配备1名, 每期不少于50人 */
const EACH =
  /(?:^|[，、：])[^，、：]{0,6}[每各](?:所|个|家|座)?(?:学?校|中小学|行政村|村|乡镇|镇|社区|街道|班级?|企业|医院|窗口|大厅|站点|网格)(?:至少|不少于|都|均|要|配备|配齐|设立|设置|安排|建有|建立)[^，、：]{0,10}$|(?:^|[，、：（])每(?:次|场|期|批|轮|届)[^，、：（\d]{0,8}$/;
const RATE = /^(?:%|百分点|‰)$/;
/** 总投资1.2亿元的云计算中心 */
const SIZE = /(?:总投资|概算|总造价)(?:额)?(?:约|达|为|超过?)?$/;
const MEASURES = /^(?:元|美元|[TPGE]B|平方米|平方公里|亩|公顷|米|公里|吨|千瓦|千瓦时|[MGT]bps)$/i;

/** grant: a sum paid to each, or a share · scope: what the work goes by · size: what a project costs in all · threshold: the size that something must have. */
type Attribute = 'grant' | 'threshold' | 'size' | 'each' | 'scope';

/** A number in its clause. */
interface Place {
  clause: string;
  spans: readonly NumberSpan[];
  index: number;
  span: NumberSpan;
  previous: NumberSpan | undefined;
  next: NumberSpan | undefined;
  /** Of its unit, without 万 and 亿. */
  base: string;
  reading: Reading;
  /** What stands before the number, and behind all that belongs to it. */
  before: string;
  after: string;
}
type Rule = readonly [Attribute, (place: Place) => boolean];

/** Up to the next number. */
const between = ({ clause, span, next }: Place): string => (next ? clause.slice(span.end, next.start) : '');
/** 投资5000万元以上的: of whom it is said. */
const forWhom = ({ clause, after }: Place): boolean =>
  after.startsWith('的') && /^(?:对|面向|针对|且|凡)/.test(clause);

/** Of numbers of any kind; the first that holds. */
const RULES: readonly Rule[] = [
  // 1个县市进入全省前20: how many, not which rank.
  [
    'threshold',
    ({ clause, span, previous }) =>
      span.form === 'rank' &&
      previous !== undefined &&
      !RATE.test(previous.unit) &&
      previous.form !== 'rank' &&
      /^[^，、；和及]{1,16}$/.test(clause.slice(previous.end, span.start)),
  ],
  // 对裁员率不超过20%的，: who gets something.
  ['threshold', ({ clause, span }) => clause.endsWith('的') && !isAheadOfNoun(clause, span)],
  ['threshold', ({ clause, span }) => INCLUDING.test(clause.slice(span.end))],
  ['scope', ({ base, before, reading }) => !RATE.test(base) && SCOPE.test(before) && reading.wording === ''],
  [
    'grant',
    ({ base, before, clause }) => RATE.test(base) && GRANTED_SHARE.test(before) && GRANTS.test(clause),
  ],
  ['each', ({ base, before }) => !RATE.test(base) && EACH.test(before)],
  ['threshold', ({ reading, after }) => reading.operator === 'atMost' && SORTED.test(after)],
  // 5个以上投资超10亿元的项目: what is counted, not what it is counted among.
  [
    'threshold',
    (place) => {
      const { clause, span, next } = place;
      const sized = next && MEASURES.test(splitUnit(next.unit).base) && isAheadOfNoun(clause, span);
      return !sized && OF_WHICH.test(between(place));
    },
  ],
  // 20户以上自然村通达率98%
  ['threshold', (place) => RATE.test(place.next?.unit ?? '') && OF_RATE.test(between(place))],
  // 其中投资5000万元以上的4户: the noun was named before.
  [
    'threshold',
    ({ clause, reading, next }) => {
      const link = next && reading.wording !== '' ? clause.slice(reading.end, next.start) : '';
      return link === '的' || (/^的[^、，和及]{2,10}$/.test(link) && SORTED.test(link));
    },
  ],
  ['threshold', (place) => place.reading.wording !== '' && forWhom(place)],
];

/** Besides, of sums of money, areas, capacities. */
const OF_MEASURES: readonly Rule[] = [
  ['grant', ({ base, before }) => base.endsWith('元') && GRANT.test(before)],
  ['size', ({ before, after }) => SIZE.test(before) && after.startsWith('的')],
  [
    'threshold',
    ({ clause, spans, index, reading }) =>
      reading.wording !== '' && isSizeOfCounted(clause, spans, index, reading.end),
  ],
  // 投资10亿元项目5个, 5个投资10亿元项目: in one breath with what is counted.
  [
    'threshold',
    ({ clause, span, previous, next, reading, after }) => {
      const close = (from: number, to: number): boolean => !/[、，和及]/.test(clause.slice(from, to));
      const counted =
        (next && close(reading.end, next.start)) || (previous && close(previous.end, span.start)) || false;
      const sorts = after.startsWith('的') || (reading.wording !== '' && /^(?:企业|项目)/.test(after));
      return SORTED.test(after) && (counted || sorts);
    },
  ],
  ['threshold', forWhom],
];

/** Out: what the number is besides a target; undefined: it may be one. */
export function attributeOf(
  clause: string,
  spans: readonly NumberSpan[],
  index: number,
  reading: Reading,
): Attribute | undefined {
  const span = spans[index] as NumberSpan;
  const { base } = splitUnit(span.unit);
  const place: Place = {
    clause,
    spans,
    index,
    span,
    previous: spans[index - 1],
    next: spans[index + 1],
    base,
    reading,
    before: clause.slice(0, span.start),
    after: clause.slice(reading.end),
  };
  const rules = MEASURES.test(base) ? [...RULES, ...OF_MEASURES] : RULES;
  return rules.find(([, holds]) => holds(place))?.[0];
}
