/** Months: as people write them, and what follows from them. */
import { describe, expect, it } from 'vitest';
import {
  cumulativeMonths,
  lastMonth,
  monthEnd,
  monthName,
  monthOf,
  type Period,
  parseMonth,
  parsePeriod,
  previousMonth,
  quarterOf,
} from '../../src/model/period.ts';

describe('months', () => {
  it.each([
    '2022-08',
    '2022-8',
    '2022/8',
    '2022.08',
    '202208',
    '2022年8月',
    '2022 年 08 月份',
    '２０２２年８月',
  ])('reads %s', (text) => expect(parseMonth(text)).toEqual({ id: '2022-08', year: 2022, month: 8 }));

  it.each(['2022-13', '2022-00', '2022Q3', '8月', '2022年', '2022-08-01', ''])('refuses %s', (text) =>
    expect(parseMonth(text)).toBeUndefined(),
  );

  it('names them and finds their neighbours', () => {
    const august = monthOf(2022, 8);
    expect([monthName(august), cumulativeMonths(august), cumulativeMonths(monthOf(2022, 1))]).toEqual([
      '2022年8月',
      '1—8月',
      '1月',
    ]);
    expect([monthEnd(august), monthEnd(monthOf(2022, 2)), monthEnd(monthOf(2024, 2))]).toEqual([
      '2022-08-31',
      '2022-02-28',
      '2024-02-29',
    ]);
    expect(previousMonth(august)?.id).toBe('2022-07');
    expect(previousMonth(monthOf(2022, 1))).toBeUndefined();
    expect(quarterOf(august).id).toBe('2022Q3');
    expect(lastMonth(parsePeriod('2022Q3') as Period).id).toBe('2022-09');
  });
});
