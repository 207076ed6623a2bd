/** Times of an agenda, days of the week, what has to be done at least. */
import { describe, expect, it } from 'vitest';
import { daysAfter, monthLater, weekday } from '../../src/base/chinese/date.ts';
import { formatTime, laterBy } from '../../src/base/chinese/time.ts';
import { roundUp } from '../../src/base/decimal.ts';
import { nextPeriod, parsePeriod, quarterEnd, remainingMonths } from '../../src/model/period.ts';

describe('times and dates of a meeting', () => {
  it('add minutes on the 24-hour clock', () => {
    expect(laterBy('09:00', 95)).toBe('10:35');
    expect(laterBy('11:50', 10)).toBe('12:00');
    expect(laterBy('23:50', 20)).toBe('00:10');
    expect(['09:00', '14:05', '00:10'].map(formatTime)).toEqual(['9:00', '14:05', '0:10']);
  });

  it('know the day of the week', () => {
    expect(weekday('2022-10-18')).toBe('星期二');
    expect(weekday('2023-01-01')).toBe('星期日');
  });

  it('counts a month on, to its last day at most', () => {
    expect(
      ['2022-10-18', '2022-12-13', '2023-01-31', '2024-01-30', '2022-11-30'].map((day) => monthLater(day)),
    ).toEqual(['2022-11-18', '2023-01-13', '2023-02-28', '2024-02-29', '2022-12-30']);
  });

  it('counts days on, over months and years', () => {
    expect([1, 2, 31].map((days) => daysAfter('2022-12-30', days))).toEqual([
      '2022-12-31',
      '2023-01-01',
      '2023-01-30',
    ]);
  });

  it('name what is left of the year', () => {
    const quarters = ['2022Q1', '2022Q3', '2022Q4'].flatMap((id) => parsePeriod(id) ?? []);
    expect(quarters.map(remainingMonths)).toEqual(['4—12月', '10—12月', '']);
    expect(quarters.map((quarter) => quarterEnd(nextPeriod(quarter)))).toEqual(['6月底', '年底', '']);
  });

  it('round up what has to be done, never down', () => {
    expect(roundUp(3.01, 0)).toBe(4);
    expect(roundUp(65.466, 1)).toBe(65.5);
    expect(roundUp(4, 0)).toBe(4);
  });
});
