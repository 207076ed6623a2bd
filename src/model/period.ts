/**
 * Reporting periods. A quarter is written 2022Q3, and said 三季度 / 前三季度 in running text; a month is written 2022-08,
 * and said 8月 / 1—8月.
 */
import { z } from 'zod';

export const periodIdSchema = z.string().regex(/^\d{4}Q[1-4]$/, '应写作 2022Q3 的样子');

export interface Period {
  /** 2022Q3 */
  id: string;
  year: number;
  quarter: 1 | 2 | 3 | 4;
}

const CHINESE_QUARTER: Record<string, 1 | 2 | 3 | 4> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
};

/** Reads 2022Q3, 2022q3, 2022年三季度, 2022年第3季度, 2022 年第三季度; undefined when it is none of these. */
export function parsePeriod(text: string): Period | undefined {
  const found = /^\s*(\d{4})\s*年?\s*(?:[Qq]([1-4])|第?([一二三四1-4])季度)\s*$/.exec(text.normalize('NFKC'));
  if (!found) return undefined;
  const quarter = CHINESE_QUARTER[found[2] ?? found[3] ?? ''];
  if (!quarter) return undefined;
  const year = Number(found[1]);
  return { id: `${year}Q${quarter}`, year, quarter };
}

/** The year's quarters, in order. */
export const quartersOf = (year: number): Period[] =>
  ([1, 2, 3, 4] as const).map((quarter) => ({ id: `${year}Q${quarter}`, year, quarter }));

/** The quarter before in the same year, or undefined for the first. */
export function previousPeriod(period: Period): Period | undefined {
  if (period.quarter === 1) return undefined;
  const quarter = (period.quarter - 1) as 1 | 2 | 3;
  return { id: `${period.year}Q${quarter}`, year: period.year, quarter };
}

/** The quarter before, also across the turn of the year: before 2023Q1 was 2022Q4. */
export function quarterBefore(period: Period): Period {
  const year = period.year - 1;
  return previousPeriod(period) ?? { id: `${year}Q4`, year, quarter: 4 };
}

/** The quarter after in the same year, or undefined for the last. */
export function nextPeriod(period: Period): Period | undefined {
  if (period.quarter === 4) return undefined;
  const quarter = (period.quarter + 1) as 2 | 3 | 4;
  return { id: `${period.year}Q${quarter}`, year: period.year, quarter };
}

/** Last day of the quarter, ISO. */
export function periodEnd(period: Period): string {
  return `${period.year}-${['03-31', '06-30', '09-30', '12-31'][period.quarter - 1]}`;
}

/** Share of the year that has passed at the quarter's end, 0…1 (elapsed months ÷ 12). */
export function elapsedShare(period: Period): number {
  return period.quarter / 4;
}

/** 一, 二, 三, 四: which quarter it is, as its name begins. @param quarter 1…4 */
export const quarterOrdinal = (quarter: number): string => '一二三四'[quarter - 1] ?? '';

/** 2022年三季度 */
export function periodName(period: Period): string {
  return `${period.year}年${quarterOrdinal(period.quarter)}季度`;
}

/** The cumulative span in running text: 一季度 / 上半年 / 前三季度 / 全年. */
export function cumulativeName(period: Period): string {
  return ['一季度', '上半年', '前三季度', '全年'][period.quarter - 1] as string;
}

/** The end of a quarter in running text: 6月底, 年底; '' for none. */
export function quarterEnd(period: Period | undefined): string {
  if (!period) return '';
  return period.quarter === 4 ? '年底' : `${period.quarter * 3}月底`;
}

/** Months that are left of the year after a quarter: 10—12月; '' after the last. */
export function remainingMonths({ quarter }: Period): string {
  return quarter === 4 ? '' : `${quarter * 3 + 1}—12月`;
}

export const monthIdSchema = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, '应写作 2022-08 的样子');

export interface Month {
  /** 2022-08 */
  id: string;
  year: number;
  /** 1…12 */
  month: number;
}

/** In: year and month (1…12). */
export function monthOf(year: number, month: number): Month {
  return { id: `${year}-${String(month).padStart(2, '0')}`, year, month };
}

/** Reads 2022-08, 2022-8, 2022/8, 2022.08, 202208, 2022年8月, 2022 年 08 月份; undefined when it is none of these. */
export function parseMonth(text: string): Month | undefined {
  const clean = text.normalize('NFKC').replace(/\s+/g, '');
  const found =
    /^(\d{4})[-/.](\d{1,2})$/.exec(clean) ??
    /^(\d{4})年(\d{1,2})月份?$/.exec(clean) ??
    /^(\d{4})(\d{2})$/.exec(clean);
  const month = Number(found?.[2]);
  return found && month >= 1 && month <= 12 ? monthOf(Number(found[1]), month) : undefined;
}

/** The month before in the same year, or undefined for January. */
export function previousMonth({ year, month }: Month): Month | undefined {
  return month === 1 ? undefined : monthOf(year, month - 1);
}

export interface Year {
  /** 2022 */
  id: string;
  year: number;
}

/** Whatever a build is asked for: a quarter, a month or a year. */
export const anyPeriodIdSchema = z
  .string()
  .regex(/^\d{4}(?:Q[1-4]|-(?:0[1-9]|1[0-2]))?$/, '应写作 2022Q3、2022-08 或 2022 的样子');

/** Reads 2022, 2022年, 2022年度; undefined when it is none of these. */
export function parseYear(text: string): Year | undefined {
  const found = /^\s*((?:19|20)\d{2})\s*(?:年度?)?\s*$/.exec(text.normalize('NFKC'));
  return found ? { id: found[1] as string, year: Number(found[1]) } : undefined;
}

/** Last day of the month, ISO. */
export function monthEnd({ id, year, month }: Month): string {
  return `${id}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
}

/** 2022年8月 */
export function monthName({ year, month }: Month): string {
  return `${year}年${month}月`;
}

/** 2022年三季度, 2022年8月, 2022年 */
export function nameOf(period: Period | Month | Year): string {
  if ('quarter' in period) return periodName(period);
  return 'month' in period ? monthName(period) : `${period.year}年`;
}

/** The cumulative span in running text: 1月, 1—8月, 1—12月. */
export function cumulativeMonths({ month }: Month): string {
  return month === 1 ? '1月' : `1—${month}月`;
}

/** The month with which a quarter ends. */
export function lastMonth({ year, quarter }: Period): Month {
  return monthOf(year, quarter * 3);
}

/** The last month of a quarter, the month itself; a year reads all that there is. Out: see endsAfter. */
export function untilOf(period: Period | Month | Year): Month | undefined {
  if ('quarter' in period) return lastMonth(period);
  return 'month' in period ? period : undefined;
}

/** In: what a quarter or a month is called, 2022Q3 or 2022-08. Out: whether it ends after `until`; without it nothing does. */
export function endsAfter(id: string, until: Month | undefined): boolean {
  const quarter = parsePeriod(id);
  return until !== undefined && (quarter ? lastMonth(quarter).id : id) > until.id;
}

/** The quarter to which a month belongs. */
export function quarterOf({ year, month }: Month): Period {
  const quarter = Math.ceil(month / 3) as Period['quarter'];
  return { id: `${year}Q${quarter}`, year, quarter };
}

/** ISO date by which a month's return is due: the rule's day of the following month. */
export function monthDue({ year, month }: Month, dueDay: number): string {
  const next = month === 12 ? monthOf(year + 1, 1) : monthOf(year, month + 1);
  return `${next.id}-${String(dueDay).padStart(2, '0')}`;
}
