/** 本年, 上年, 前4年 in references and attributes: a template that says so serves the books of all years. */
import type { StatisticDesk } from '../model/statistics/statistic-desk.ts';

const RELATIVE = /本年|上年|前(\d{1,2})年/g;

type Attributes = Record<string, string>;

/** city-va@本年 → city-va@2022; 前4年-本年 → 2018-2022; 上年Q1 → 2021Q1. */
export const inYear = (text: string, year: number): string =>
  text.replace(RELATIVE, (word, back: string | undefined) =>
    String(year - (word === '本年' ? 0 : Number(back ?? 1))),
  );

/** The desk, asked from a book of the year. */
export const deskOfYear = (desk: StatisticDesk, year: number): StatisticDesk => ({
  ...desk,
  value: (reference, at) => desk.value(inYear(reference, year), at),
  overRegions: (series, period, vintage) => desk.overRegions(series, inYear(period, year), vintage),
});

const OF_TIME = ['years', 'periods', 'period'];

/** The attributes of a chart or table, for a book of the year. */
export const attributesInYear = (attributes: Attributes, year: number): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, text]) => [
      name,
      OF_TIME.includes(name) ? inYear(text, year) : text,
    ]),
  );
