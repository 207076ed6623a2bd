/** Dates as people write them, and as GB/T 9704 wants them: 2022年10月8日. Inside the program a date is ISO 2022-10-08. */
import { parseNumeral } from './numerals.ts';

const STYLES = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];
const IN_CHARACTERS =
  /^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]$/;

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function iso(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * 2022-10-8, 2022/10/08, 2022.10.8, 2022年10月8日, 20221008, 二〇二二年十月八日 → 2022-10-08 (ISO); full-width digits
 * and blanks are fine. Undefined for anything else and for days that do not exist.
 */
export function parseDate(text: string): string | undefined {
  const clean = text.normalize('NFKC').replace(/\s+/g, '');
  for (const style of STYLES) {
    const found = style.exec(clean);
    if (found) return iso(Number(found[1]), Number(found[2]), Number(found[3]));
  }
  const found = IN_CHARACTERS.exec(clean);
  if (!found) return undefined;
  const year = [...(found[1] as string).replace(/[○零]/g, '〇')]
    .map((c) => '〇一二三四五六七八九'.indexOf(c))
    .join('');
  const month = parseNumeral(found[2] as string);
  const day = parseNumeral(found[3] as string);
  return month === undefined || day === undefined ? undefined : iso(Number(year), month, day);
}

const MONTH_STYLES = [/^(20\d{2})年(\d{1,2})月(份|初|上旬|中旬|下旬|底|末)?$/, /^(20\d{2})[-/.](\d{1,2})$/];
const LAST_DAYS: ReadonlyMap<string, number> = new Map([
  ['初', 10],
  ['上旬', 10],
  ['中旬', 20],
]);

/** 2022年2月底, 2022年2月, 2022-02 → the last day that it can be, ISO; undefined for anything else, whole dates too. */
export function lastDayOf(text: string): string | undefined {
  const clean = text.normalize('NFKC').replace(/\s+/g, '');
  const found = MONTH_STYLES.map((style) => style.exec(clean)).find((match) => match !== null);
  if (!found) return undefined;
  const [year, month] = [Number(found[1]), Number(found[2])];
  return iso(year, month, LAST_DAYS.get(found[3] ?? '') ?? daysInMonth(year, month));
}

/** 2022-10-08 → 2022年10月8日: Arabic digits, no leading zeros (GB/T 9704-2012, 7.3.5.4). */
export function formatDate(isoDate: string): string {
  const [year, month, day] = isoDate.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** 2022-10-08 → 10月8日, where the year is clear. */
export function formatMonthDay(isoDate: string): string {
  const [, month, day] = isoDate.split('-').map(Number);
  return `${month}月${day}日`;
}

/** As formatMonthDay, with the year where it is not the given one. */
export const formatDayIn = (year: number, isoDate: string): string =>
  isoDate.startsWith(`${year}-`) ? formatMonthDay(isoDate) : formatDate(isoDate);

/** 1月9日（1月15日更正）: the day by which one is in time, and that of the version that counts. */
export const formatReceipt = (receivedAt: string, correctedAt: string | null): string =>
  `${formatMonthDay(receivedAt)}${correctedAt === null ? '' : `（${formatMonthDay(correctedAt)}更正）`}`;

/** 2022-10-18 → 星期二 */
export function weekday(isoDate: string): string {
  return `星期${'日一二三四五六'[new Date(`${isoDate}T00:00:00Z`).getUTCDay()]}`;
}

/** ISO dates. */
export const daysAfter = (isoDate: string, days: number): string =>
  new Date(Date.parse(`${isoDate}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The same day of the next month, or its last; ISO dates. */
export function monthLater(isoDate: string): string {
  const [year, month, day] = isoDate.split('-').map(Number) as [number, number, number];
  // Day 0 of a month is the last of the one before.
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day, last))).toISOString().slice(0, 10);
}
