/** Mistakes on the command line. */
import {
  type Month,
  type Period,
  parseMonth,
  parsePeriod,
  parseYear,
  periodName,
  quarterOf,
} from '../model/period.ts';
import { EXIT } from './exit-codes.ts';

export function usageError(message: string): number {
  console.error(`错误　${message}`);
  return EXIT.usage;
}

/** Of commands that take quarters only; a month is told its quarter, a year how quarters are written. */
export function periodError(written: string): string {
  const year = parseYear(written);
  if (year) return `“${written}”是年度，这个命令按季度使用，请写作 ${year.id}Q4 或 ${year.id}年四季度。`;
  const month = parseMonth(written);
  if (!month) return `看不懂“${written}”是哪一期，请写作 2022Q3 或 2022年三季度。`;
  const quarter = quarterOf(month);
  return `“${written}”是月份，这个命令按季度使用，请写作 ${quarter.id} 或 ${periodName(quarter)}。`;
}

export const whenError = (written: string): string =>
  `看不懂“${written}”是哪一期，季度请写作 2022Q3 或 2022年三季度，月份请写作 2022-08 或 2022年8月。`;

export const buildWhenError = (written: string): string =>
  `看不懂“${written}”是哪一期，季度请写作 2022Q3 或 2022年三季度，月份请写作 2022-08 或 2022年8月，年度请写作 2022。`;

type When = { quarter: Period; month?: undefined } | { quarter?: undefined; month: Month };

/** A quarter for the units and the cities, or a month for the key projects. */
export function parseWhen(written: string): When | undefined {
  const quarter = parsePeriod(written);
  if (quarter) return { quarter };
  const month = parseMonth(written);
  return month && { month };
}

export const splitList = (text: string): string[] =>
  text
    .split(/[,，]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
