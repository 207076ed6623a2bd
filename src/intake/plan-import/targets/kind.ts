/** What kind of quantity a target counts, and the pace that can be assumed without asking anyone. */
import { splitUnit } from '../../../base/chinese/magnitude.ts';
import type { Operator, Schedule, TargetKind } from '../../../model/plan/target.ts';
import { isChange, isYearOnYear } from './change.ts';
import { isAverage, isLevelReached } from './level-or-amount.ts';
import { FALLING } from './movement-words.ts';
import type { NumberSpan } from './number-scan.ts';
import { PER_UNIT, type Reading } from './operator.ts';
import { TIME_UNITS } from './unit-at.ts';

const FLOW =
  /新增|新建|新培育|完成|实现|引进|打造|培育|建成|投资|收入|零售额|交易额|销售额|产值|规模|增加值|营收|签约/;
/** Sums of money that add up through the year. */
const SPENT = /费用?(?:总额|总量|合计)?$|收费|支出|经费|开支|投资|花费|采购|损失|补贴|利息|减免|贷款发放/;
/** 涨幅控制在, 单位能耗不高于: what is limited, without the word that limits it. */
const LIMITING = new RegExp(
  `(?:不超过|不高于|不多于|不大于|≤|低于|少于|小于|控制在|(?:${FALLING}|调整)(?:到|至|为))(?:${PER_UNIT})?$`,
);
const FALLS_TO = new RegExp(`(?:${FALLING})(?:到|至|为)[^，、；\\d]{0,6}$`);
/** 连通率保持在98%以上 */
const KEPT_UP = /(?:保持|稳定|维持)在?(?:约)?$/;
/** 办件占比不低于98%: a floor that near to all is there to be held, not to be climbed to. */
const FLOOR = 90;
/** 满意度达95分, 应用水平达到4级: never sums. */
const POINTS: ReadonlySet<string> = new Set(['分', '级']);
/** 新增省级集聚区1个 */
const SINGLE: ReadonlySet<string> = new Set(['个', '家', '项', '座', '所', '条', '处', '支', '件']);
const RATE_OF_CHANGE = /(?:涨幅|增幅|增速|增长率?|上升)$/;

/** An upper limit: of a rate of change, a share or index, an amount of the year, or a state at the period's end. */
function kindOfLimit(before: string, unit: string, after: string): TargetKind {
  const subject = before.replace(LIMITING, '');
  if (unit === '百分点') return 'growth';
  if (unit === '%' || unit === '‰') return RATE_OF_CHANGE.test(subject) ? 'growth' : 'ratio';
  if (unit === '') return 'ratio';
  // 投资项目审批时间控制在60个工作日以内: days that something takes, of which no quarters add up.
  if (isAverage(subject, after) || TIME_UNITS.has(unit)) return 'stock';
  const { base, exponent } = splitUnit(unit);
  // 500元 is a price; 1800万元 is what a year's spending adds up to, or a sum that is owed.
  if (base.endsWith('元')) return exponent > 0 && SPENT.test(subject) ? 'cumulative' : 'stock';
  return FLOW.test(subject) ? 'cumulative' : 'stock';
}

/** `from`: where the part of the clause begins that belongs to this number. */
export function kindOf(
  clause: string,
  span: NumberSpan,
  reading: Reading,
  from: number,
  year: number,
): TargetKind {
  if (span.form === 'multiple') return 'growth';
  if (span.form === 'rank' || POINTS.has(span.unit)) return 'stock';
  const before = clause.slice(0, span.start);
  const own = clause.slice(from, span.start).replace(/^[、和及，]/, '');
  // 12件/万人, 29微克/立方米 are never sums.
  if (span.unit === '' || span.unit.includes('/')) return 'ratio';
  if (reading.operator === 'atMost') return kindOfLimit(before, span.unit, clause.slice(span.end));
  if (span.unit === '百分点') return isYearOnYear(own, year) ? 'growth' : 'ratio';
  if (span.unit === '%' || span.unit === '‰') return isChange(clause, span, reading) ? 'growth' : 'ratio';
  if (reading.operator === 'batches') return 'events';
  const { base, exponent } = splitUnit(span.unit);
  if (exponent === 0 && /^(?:场|场次|次)$/.test(base) && !/(?:量|数)\S{0,4}$/.test(before)) return 'events';
  if (isLevelReached(own, span.unit, clause.slice(span.end))) return 'stock';
  return 'cumulative';
}

/**
 * Without a baseline a level has no line to run along: until the office adds one, only the year's end counts. An upper
 * limit holds at every quarter until it has one, and so does what is to be kept up. One event, or one thing, is there or
 * is not: a third of it is due at no time.
 */
export function scheduleOf(
  kind: TargetKind,
  {
    operator,
    value,
    before = '',
    floor = false,
    unit = '',
  }: { operator?: Operator; value?: number; before?: string; floor?: boolean; unit?: string } = {},
): Schedule {
  if (kind === 'growth') return { type: 'level', reason: '增长率每季度直接与全年目标比较' };
  if (operator !== 'atMost' && (KEPT_UP.test(before) || floor))
    return { type: 'level', reason: '全年保持，每季度直接与目标比较' };
  if (value === 1 && (kind === 'events' || (kind === 'cumulative' && SINGLE.has(unit))))
    return { type: 'deadline' };
  // 降至60项 is to be reached like any other level; 控制在60项以内 holds all year.
  if (operator === 'atMost' && (kind === 'cumulative' || !FALLS_TO.test(before))) return { type: 'linear' };
  if (kind === 'stock' || kind === 'ratio' || kind === 'deadline') return { type: 'deadline' };
  return { type: 'linear' };
}

/** Whether a share is only not to fall below: 不低于98%. */
export const isFloor = (kind: TargetKind, { unit, value }: NumberSpan, { wording }: Reading): boolean =>
  kind === 'ratio' && unit === '%' && value >= FLOOR && /^不[低少]于$/.test(wording);
