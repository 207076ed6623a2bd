/** Times of an agenda, days of the week, what has to be done at least. */
import { describe, expect, it } from 'vitest';
import { weekday } from '../../src/base/chinese/date.ts';
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
