/** Days that a text names, as people write them: 2022年12月5日, 2022-12-5, 12月5日, 2022年12月. */
import { parseDate } from './date.ts';

export interface NamedDate {
  /** As written, without blanks. */
  text: string;
  /** ISO date, the first of a month where no day is named; undefined for a day that does not exist. */
  iso: string | undefined;
}

/** Numbers in an address are nobody's days. */
const LINK = /(?:https?:\/\/|www\.)[\w\-./?%&=#:~+]+/gi;
const YEAR = String.raw`(?<!\d|\d\.)(?:19|20)\d{2}`;
const CHARACTERS = '〇○零一二三四五六七八九';
const NAMED = new RegExp(
  [
    String.raw`${YEAR}(?<separator>[-/.])\d{1,2}\k<separator>\d{1,2}(?!\d|\k<separator>\d)`,
    String.raw`${YEAR}年\d{1,2}月(?:\d{1,2}[日号])?`,
    String.raw`(?<![\d年])\d{1,2}月\d{1,2}[日号]`,
    `[${CHARACTERS}]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}[日号]`,
  ].join('|'),
  'g',
);

/** In the order of the text. @param year of days that are written without one */
export function datesIn(text: string, year: number): NamedDate[] {
  const clean = text.normalize('NFKC').replace(/\s+/g, '').replace(LINK, ' ');
  // A number of eight digits is a day only where nothing else is written.
  const found = /^(?:19|20)\d{6}$/.test(clean) ? [clean] : [...clean.matchAll(NAMED)].map(([date]) => date);
  return found.map((date) => ({ text: date, iso: isoOf(date, year) }));
}

function isoOf(date: string, year: number): string | undefined {
  const whole = /^\d{1,2}月/.test(date) ? `${year}年${date}` : date;
  return parseDate(/月$/.test(whole) ? `${whole}1日` : whole);
}
