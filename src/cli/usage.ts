/** Mistakes on the command line. */
import {
  type Month,
  type Period,
  parseMonth,
  parsePeriod,
  parseYear,
  periodName,
  quarterOf,
  type Year,
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

/** Of commands that take quarters and months, but no year. */
export const whenError = (written: string): string => {
  const ways = '季度请写作 2022Q3 或 2022年三季度，月份请写作 2022-08 或 2022年8月';
  return parseYear(written)
    ? `“${written}”是年度，这个命令按季度、月份使用，${ways}。`
    : `看不懂“${written}”是哪一期，${ways}。`;
};

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

/** What can be built: also a year. */
export const parseBuildWhen = (written: string): Period | Month | Year | undefined =>
  parsePeriod(written) ?? parseMonth(written) ?? parseYear(written);

/** The first name that nobody knows, told with those that are known; undefined when all are. `what`: 这种格式. */
export function unknownName(
  names: readonly string[],
  known: readonly string[],
  what: string,
): string | undefined {
  const name = names.find((one) => !known.includes(one));
  return name === undefined ? undefined : `没有“${name}”${what}，可用：${known.join('、')}。`;
}

export const splitList = (text: string): string[] =>
  text
    .split(/[,，]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
