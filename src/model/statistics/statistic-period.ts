/**
 * Periods of statistics: 2021 (year), 2022H1 (half-year), 2022Q3 (that quarter alone), 2022M1-9 (months to date),
 * 2022-09-30 (the state at the end of that day). Two periods compare only when they are of the same kind.
 */

import { parseDate } from '../../base/chinese/date.ts';
import { quarterOrdinal } from '../period.ts';

export interface StatisticPeriod {
  id: string;
  kind: 'year' | 'half' | 'quarter' | 'toDate' | 'end';
  year: number;
  /** Part of the year that must be the same for a comparison over years: '', 'H1', 'Q3', 'M1-9', '09-30'. */
  part: string;
  /** Order within the year. */
  index: number;
}

const FORMS: readonly [RegExp, StatisticPeriod['kind']][] = [
  [/^(\d{4})()$/, 'year'],
  [/^(\d{4})H([12])$/, 'half'],
  [/^(\d{4})Q([1-4])$/, 'quarter'],
  [/^(\d{4})M1-([1-9]|1[0-2])$/, 'toDate'],
];

/** Undefined for anything that is none of the five forms, or a day that does not exist. */
export function parseStatisticPeriod(text: string): StatisticPeriod | undefined {
  for (const [form, kind] of FORMS) {
    const found = form.exec(text);
    if (found) {
      const part = text.slice(4);
      return { id: text, kind, year: Number(found[1]), part, index: Number(found[2] ?? 0) };
    }
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || parseDate(text) !== text) return undefined;
  const month = Number(text.slice(5, 7));
  return { id: text, kind: 'end', year: Number(text.slice(0, 4)), part: text.slice(5), index: month };
}

/** 2021年 · 2022年上半年 · 2022年三季度 · 2022年1—9月 · 2022年9月末 (2022年末 for the last day). */
export function statisticPeriodName(period: StatisticPeriod): string {
  const year = `${period.year}年`;
  switch (period.kind) {
    case 'year':
      return year;
    case 'half':
      return `${year}${period.index === 1 ? '上半年' : '下半年'}`;
    case 'quarter':
      return `${year}${quarterOrdinal(period.index)}季度`;
    case 'toDate':
      return period.index === 1 ? `${year}1月` : `${year}1—${period.index}月`;
    case 'end':
      return period.part === '12-31' ? `${year}末` : `${year}${period.index}月末`;
  }
}
