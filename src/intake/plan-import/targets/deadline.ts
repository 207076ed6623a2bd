/** Deadlines in words: 上半年, 6月底前, 2023年三季度末, 12月31日前 → ISO. */

import { parseDate } from '../../../base/chinese/date.ts';
import { parseNumeral } from '../../../base/chinese/numerals.ts';
import { blank } from './blank.ts';

export interface Deadline {
  date: string;
  /** The words that say so. */
  words: string;
  /** 9月前, 6月中旬前, 三季度前: the end of that time is assumed. */
  vague: boolean;
}

export const QUARTER_ENDS = ['03-31', '06-30', '09-30', '12-31'];
const THIRDS: Readonly<Record<string, number>> = { 上旬: 10, 中旬: 20 };
const LAST_DAY = ['31', '28', '31', '30', '31', '30', '31', '31', '30', '31', '30', '31'];
const YEAR = '(?:(20\\d{2}年|[明次来]年)|今年|当年|年内)?';
const DAY = new RegExp(`${YEAR}(\\d{1,2})月(\\d{1,2})日(?:之?前|完成|以前)?`);
/** 6月中旬, 1—9月. */
const MONTH = new RegExp(`${YEAR}(?:\\d{1,2}月?—)?(\\d{1,2})月(底|末|份|[上中下]旬)?(之?前|以前)?`);
const QUARTER = new RegExp(`${YEAR}[第前]?([一二三四1-4])个?季度(末|底)?(之?前|以前)?`);
const HALF = new RegExp(`${YEAR}(上半年|下半年|年中)`);
/** 2023年底, 年底; not the 底 of 海底 and 彻底. */
const YEAR_END =
  /(20\d{2}年|[明次来]年)(?:年?[底末]|年内|全年)|年底|年末|年内|(?<![\u4e00-\u9fff])底前|全年|到(20\d{2}年|[明次来]年)/;
/** 2024.6.30, 2024/6底前, and nothing else in a cell but 2024.6; not 2012.5亿元. */
const DOTTED =
  /(?<![\d.])(20\d{2})[./-](\d{1,2})(?:[./-](\d{1,2})(?![\d.])|(?=月?[底末]?(?:之?前|以前))|(?<=^.{6,7})(?=$))/;
/** 到“十四五”末: the five years that began with 1953. */
const FIVE_YEARS = /“?(十[一二三四五六七八九])五”?(?:规划|时期)?期?末/;

function lastDay(year: number, month: number): string {
  return month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
    ? '29'
    : (LAST_DAY[month - 1] ?? '31');
}

/** The deadline that a text names, in the plan's year unless it names another; undefined for none. */
export function readDeadline(text: string, year: number): Deadline | undefined {
  const yearIn = (words: string): number => (/^\d/.test(words) ? Number(words.slice(0, 4)) : year + 1);
  const at = (found: RegExpExecArray): number => (found[1] ? yearIn(found[1]) : year);
  const iso = (date: string | undefined, words: string, vague = false): Deadline | undefined =>
    date === undefined ? undefined : { date, words, vague };
  const monthEnd = (y: number, month: number): string | undefined =>
    parseDate(`${y}-${month}-${lastDay(y, month)}`);
  const day = DAY.exec(text);
  if (day) return iso(parseDate(`${at(day)}-${day[2]}-${day[3]}`), day[0]);
  const month = MONTH.exec(text);
  if (month) {
    const [words, , number, part = '', before] = month;
    const third = THIRDS[part];
    const date = third ? parseDate(`${at(month)}-${number}-${third}`) : monthEnd(at(month), Number(number));
    return iso(date, words, before !== undefined && !/[底末份]/.test(part));
  }
  const quarter = QUARTER.exec(text);
  if (quarter) {
    const number = parseNumeral(quarter[2] as string) ?? Number(quarter[2]);
    return iso(
      `${at(quarter)}-${QUARTER_ENDS[number - 1]}`,
      quarter[0],
      quarter[3] === undefined && quarter[4] !== undefined,
    );
  }
  const half = HALF.exec(text);
  if (half) return iso(`${at(half)}-${half[2] === '下半年' ? '12-31' : '06-30'}`, half[0]);
  const dotted = DOTTED.exec(text);
  if (dotted) {
    const y = Number(dotted[1]);
    return iso(
      dotted[3] ? parseDate(`${y}-${dotted[2]}-${dotted[3]}`) : monthEnd(y, Number(dotted[2])),
      dotted[0],
    );
  }
  const plan = FIVE_YEARS.exec(text);
  if (plan) return iso(`${1955 + 5 * (parseNumeral(plan[1] as string) ?? 0)}-12-31`, plan[0]);
  const end = YEAR_END.exec(text);
  return end ? iso(`${end[2] ? yearIn(end[2]) : at(end)}-12-31`, end[0]) : undefined;
}

/** 2024年新建, 2022—2024年; not 较2020年, 2021年以来, and not the year of a document. */
const BARE_YEAR =
  /(?<!较|比|与|从|由|自|相对|超过|[—\d])(?:20\d{2}—)?(20\d{2})年(?!以来|度|底?的?基础|[—至]|版|[^，。；]{0,4}(?:大会|大赛|论坛))/;

const SOME = '([两二三四五六七八九十]|\\d{1,2})';
/** 经过5年努力, 三年内, 未来三年, 三年累计: until the end of the last of them, the plan's year being the first. */
const YEARS_OF_WORK = new RegExp(
  `(?:经过|通过|用)${SOME}年(?:左右)?的?(?:时间|努力)|(?:未来|今后)${SOME}年|(?<![\\d近前—年去续第每十])${SOME}年(?:之?内|累计|[共总]计?)`,
);

export function readYearsOfWork(text: string, year: number): Deadline | undefined {
  const [words, ...numbers] = YEARS_OF_WORK.exec(text) ?? [];
  const number = numbers.find((one) => one !== undefined) ?? '';
  const years = number === '两' ? 2 : (parseNumeral(number) ?? Number(number));
  return words === undefined || years < 2
    ? undefined
    : { date: `${year + years - 1}-12-31`, words, vague: false };
}

/** The year that a clause names without saying more: its end is the deadline. */
export function readYear(text: string): Deadline | undefined {
  const plain = text.replace(/《[^》]*》|〔[^〕]*〕|“[^”]*”/g, blank);
  const found = BARE_YEAR.exec(plain);
  return found ? { date: `${found[1]}-12-31`, words: found[0], vague: false } : undefined;
}
