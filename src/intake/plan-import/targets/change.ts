/** Numbers that say by how much something changes: 增长15%, 提高3个百分点, 压缩审批时间一半以上. A level is what it changes to. */
import { FALLING, RISING } from './movement-words.ts';
import type { NumberSpan } from './number-scan.ts';
import type { Reading } from './operator.ts';

const VERBS = `净增|新增|${RISING}|${FALLING}|节约|节省`;
const RATES = '增速|增幅|涨幅|降幅|增长率';
const HEDGES =
  '(?:力争|争取|平均|分别|了|约|近|超过|超|逾|高于|不低于|不少于|至少|达到|达|突破|保持|稳定|维持|控制)*';
const COMPARED = '(?:(?:较|比)(?:上年|去年|年初|20\\d{2}年)(?:同期|末|底)?|同比|年均|平均)*';
/** The words of change right before the number, with 同比 and the like; 降为 says what is reached, 增速为 does not. */
const BEFORE = new RegExp(
  `${COMPARED}(?:(?:${VERBS})(?:率|幅度|速度)?${HEDGES}|(?:${RATES})${HEDGES}(?:在|为)?${HEDGES})$`,
);
/** 保持15%以上的增长, 20%的增速 */
const BEHIND = /^的?(?:年均|平均|同比)?(?:增长|增速|增幅|速度增长|降幅)/;
/** 减少申请材料30%: what changes stands between the verb and the number, and no word says that a level is reached. */
const AROUND =
  /^[^，]{0,8}?(?:压缩|压减|压降|精简|缩短|减少|降低|削减|节约)[^到至达为，]{2,16}(?<!率|比例|占比|比重)$/;
/** Compared with the same months of last year, and not a sum that grows through the year. */
const YEAR_ON_YEAR = /同比|增速|增长率|增幅|涨幅|降幅/;
const SINCE = /(?:较|比)(20\d{2})年/;

/** Whether the number says by how much, and not how much. */
export function isChange(clause: string, span: NumberSpan, reading: Reading): boolean {
  const before = clause.slice(0, span.start);
  return BEFORE.test(before) || BEHIND.test(clause.slice(reading.end)) || AROUND.test(before);
}

/** 提高3个百分点 adds up from nothing through the year; 同比提高, 增速提高, 比2020年提高 are compared as they stand. */
export function isYearOnYear(words: string, year: number): boolean {
  const since = SINCE.exec(words)?.[1];
  return YEAR_ON_YEAR.test(words) || (since !== undefined && Number(since) !== year - 1);
}

/** The subject of a name that ends with words of change: 电商交易额同比增长 → 电商交易额. */
export const withoutChange = (name: string): string => name.replace(BEFORE, '') || name;

/** A name that holds nothing but words of change: 较上年提高. */
export const isOnlyChange = (name: string): boolean => name !== '' && name.replace(BEFORE, '') === '';
