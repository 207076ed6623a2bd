/** Numbers of a month or a quarter: 每季度不少于1次, 走访企业每月1次, 1次/月. The year's total they are not. */
import { splitUnit } from '../../../base/chinese/magnitude.ts';
import { isCountWord } from '../../../base/chinese/units.ts';
import { isAverage } from './level-or-amount.ts';
import type { NumberSpan } from './number-scan.ts';
import { TIME_UNITS } from './unit-at.ts';

const PERIOD = '(?:季度?|月度?|半年|周|旬|天|日)';
const OFTEN = new RegExp(`每(?:个|[两二三四五六]个?|\\d个?)?${PERIOD}|[按逐](?:季度?|月度?|周)(?!期)`, 'g');
/** 每月走访，全年300家; 每月召开例会、新增企业50家 */
const YEAR_AGAIN = /全年|年内|年度|一年/g;
const OF_ITS_OWN = /[、和并][^、和并]{0,2}(?:新增|新建|净增|建成|引进|培育|完成)[^、和并]*$/;
const OFTEN_BEHIND = new RegExp(`^(?:\\/|每个?)${PERIOD}|^（每个?${PERIOD}）`);
const CLOSED_BRACKET = /（[^（）]*）/g;
/** No sums: rates, grades, points of an index. */
const NO_SUM: ReadonlySet<string> = new Set(['%', '‰', '百分点', '分', '级', '']);

/** Whether a number holds for each month or quarter; `end`: where its unit and the words on it end. */
export function isFrequency(clause: string, { start, unit, form }: NumberSpan, end: number): boolean {
  // Nearly all clauses: a line of thousands of numbers must not be searched for each.
  if (!/[每按逐/]/.test(clause)) return false;
  if (NO_SUM.has(unit) || TIME_UNITS.has(unit) || !COUNTING.includes(form)) return false;
  const before = clause.slice(0, start).replace(CLOSED_BRACKET, '');
  const after = clause.slice(end);
  if (isAverage(before, after)) return false;
  if (OFTEN_BEHIND.test(after)) return isCountWord(splitUnit(unit).base);
  const last = (pattern: RegExp): number => [...before.matchAll(pattern)].at(-1)?.index ?? -1;
  return last(OFTEN) > last(YEAR_AGAIN) && !OF_ITS_OWN.test(before.slice(last(OFTEN)));
}

const COUNTING: readonly NumberSpan['form'][] = ['digits', 'word', 'bare'];
