/**
 * Reporting periods. A quarter is written 2022Q3, and said 三季度 / 前三季度 in running text.
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

/** The quarter before in the same year, or undefined for the first. */
export function previousPeriod(period: Period): Period | undefined {
  if (period.quarter === 1) return undefined;
  const quarter = (period.quarter - 1) as 1 | 2 | 3;
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

const ORDINAL = ['一', '二', '三', '四'];

/** 2022年三季度 */
export function periodName(period: Period): string {
  return `${period.year}年${ORDINAL[period.quarter - 1]}季度`;
}

/** The cumulative span in running text: 一季度 / 上半年 / 前三季度 / 全年. */
export function cumulativeName(period: Period): string {
  return ['一季度', '上半年', '前三季度', '全年'][period.quarter - 1] as string;
}
