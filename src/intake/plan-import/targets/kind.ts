/** What kind of quantity a target counts, and the pace that can be assumed without asking anyone. */
import { splitUnit } from '../../../base/chinese/magnitude.ts';
import type { Operator, Schedule, TargetKind } from '../../../model/target.ts';
import type { NumberSpan } from './number-scan.ts';
import type { Reading } from './operator.ts';

const GROWTH =
  /(?:增长|增速|增幅|增加|提高|提升|上升|下降|降低|减少|压减|压降)(?:率|幅度)?(?:不低于|不少于|达到|达|超过|突破|约|至少)?$/;
const FLOW =
  /新增|新建|新培育|完成|实现|引进|打造|培育|建成|投资|收入|零售额|交易额|销售额|产值|规模|增加值|营收|签约/;
const STOCK = /(?:数|数量|总量|总数|存量|保有量|户数|连接数|解析量|用户|企业|覆盖|累计\S*)$/;

/** 涨幅控制在, 单位能耗不高于: what is limited, without the word that limits it. */
const LIMITING = /(?:不超过|不高于|不多于|不大于|≤|低于|少于|小于|控制在|[\u4e00-\u9fff]{1,2}[到至])$/;
const RATE_OF_CHANGE = /(?:涨幅|增幅|增速|增长率?|上升)$/;

/** An upper limit: of a rate of change, a share or index, an amount of the year, or a state at the period's end. */
function kindOfLimit(before: string, unit: string): TargetKind {
  const subject = before.replace(LIMITING, '');
  if (unit === '百分点') return 'growth';
  if (unit === '%' || unit === '‰') return RATE_OF_CHANGE.test(subject) ? 'growth' : 'ratio';
  if (unit === '') return 'ratio';
  return splitUnit(unit).base.endsWith('元') || FLOW.test(subject) ? 'cumulative' : 'stock';
}

export function kindOf(clause: string, span: NumberSpan, reading: Reading): TargetKind {
  const before = clause.slice(0, span.start);
  if (reading.operator === 'atMost') return kindOfLimit(before, span.unit);
  if (span.unit === '百分点') return 'growth';
  if (span.unit === '%' || span.unit === '‰') return GROWTH.test(before) ? 'growth' : 'ratio';
  if (reading.operator === 'batches') return 'events';
  const { base, exponent } = splitUnit(span.unit);
  if (exponent === 0 && /^(?:场|场次|次)$/.test(base) && !/(?:量|数)\S{0,4}$/.test(before)) return 'events';
  const subject = before.replace(
    /(?:力争|争取|努力|确保)?(?:首次突破|突破|达到|达|超过|超|不低于|不少于)$/,
    '',
  );
  // 累计 since the beginning, a number of users or connections: the level at the period's end.
  if (subject !== before && base !== '元' && STOCK.test(subject) && !FLOW.test(subject)) return 'stock';
  return 'cumulative';
}

/**
 * Without a baseline a level has no line to run along: until the office adds one, only the year's end counts. An upper
 * limit holds at every quarter until it has one.
 */
export function scheduleOf(kind: TargetKind, operator?: Operator): Schedule {
  if (kind === 'growth') return { type: 'level', reason: '增长率每季度直接与全年目标比较' };
  if (operator === 'atMost') return { type: 'linear' };
  if (kind === 'stock' || kind === 'ratio' || kind === 'deadline') return { type: 'deadline' };
  return { type: 'linear' };
}
