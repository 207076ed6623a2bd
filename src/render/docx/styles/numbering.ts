/**
 * Headings are numbered by Word itself (一、 （一） 1. （1）; in a book's chapters from the second level on), so that a clerk who adds one gets the right number.
 * Word's own count is worked out here and compared with the document's numbers: a heading for which they differ
 * starts a list of its own or, when no list can give its number, carries it as text.
 */
import { type INumberingOptions, LevelFormat, LevelSuffix } from 'docx';
import type { Document, HeadingBlock } from '../../../model/document/document.ts';
import { headingStyle } from './style-names.ts';

/** `docx` replaces `{list-instance}` in finished XML; a noncharacter, which text never keeps, guards our text from it. */
const GUARD = '\uFDD0';
export const HEADING_LIST = `${GUARD}headings`;

type Level = HeadingBlock['level'];

/** Where Word's numbering puts a heading; undefined: the number is text. */
export interface ListPlace {
  reference: string;
  level: number;
}

export interface HeadingNumbering {
  places: ReadonlyMap<HeadingBlock, ListPlace>;
  options: INumberingOptions;
}

/** `indent`: of a heading's first line, twips; a book's headings stand at the left edge. */
export function numberHeadings(document: Document, indent: number): HeadingNumbering {
  const formats = document.form === 'book' ? BOOK_FORMATS : LEVEL_FORMATS;
  const lists: Counters[] = [[0, 0, 0, 0]];
  const places = new Map<HeadingBlock, ListPlace>();
  for (const heading of headingsOf(document)) {
    if (heading.look === 'chapter') continue;
    const fits = (counters: Counters) =>
      heading.number === numberText(heading.level, next(counters, heading.level), formats);
    let index = lists.findLastIndex(fits);
    if (index < 0 && fits([0, 0, 0, 0])) index = lists.push([0, 0, 0, 0]) - 1;
    const counters = lists[index];
    if (!counters) continue;
    count(counters, heading.level);
    places.set(heading, { reference: reference(index), level: heading.level - 1 });
  }
  const config = lists.map((_, index) => ({
    reference: reference(index),
    levels: ([1, 2, 3, 4] as const).map((level) => ({
      level: level - 1,
      ...formats[level],
      suffix: LevelSuffix.NOTHING,
      style: {
        ...(index === 0 && { style: headingStyle(level, true) }),
        paragraph: { indent: { firstLine: document.form === 'book' ? 0 : indent } },
      },
    })),
  }));
  return { places, options: { config } };
}

const headingsOf = (document: Document): HeadingBlock[] =>
  document.sections.flatMap((section) => section.blocks.filter((block) => block.kind === 'heading'));

type Formats = Record<Level, { format: (typeof LevelFormat)[keyof typeof LevelFormat]; text: string }>;

const LEVEL_FORMATS: Formats = {
  1: { format: LevelFormat.CHINESE_COUNTING_THOUSAND, text: '%1、' },
  2: { format: LevelFormat.CHINESE_COUNTING_THOUSAND, text: '（%2）' },
  3: { format: LevelFormat.DECIMAL, text: '%3.' },
  4: { format: LevelFormat.DECIMAL, text: '（%4）' },
};

/** Numbers of chapters are text, as number and title stand on lines of their own. */
const BOOK_FORMATS: Formats = {
  1: { format: LevelFormat.CHINESE_COUNTING_THOUSAND, text: '第%1章' },
  2: { format: LevelFormat.CHINESE_COUNTING_THOUSAND, text: '%2、' },
  3: { format: LevelFormat.CHINESE_COUNTING_THOUSAND, text: '（%3）' },
  4: { format: LevelFormat.DECIMAL, text: '%4.' },
};

type Counters = [number, number, number, number];

const reference = (index: number): string => (index === 0 ? HEADING_LIST : `${HEADING_LIST}${index}`);
const next = (counters: Counters, level: Level): number => (counters[level - 1] ?? 0) + 1;

/** A number of one level starts the deeper levels again. */
function count(counters: Counters, level: Level): void {
  counters[level - 1] = next(counters, level);
  counters.fill(0, level);
}

/** What Word prints for the nth heading of a level. */
export function numberText(level: Level, n: number, formats = LEVEL_FORMATS): string {
  const { format, text } = formats[level];
  return text.replace(/%\d/, format === LevelFormat.DECIMAL ? String(n) : chineseCounting(n));
}

/** 一 … 九十九, Word's chineseCountingThousand; no document has more headings of a level. */
function chineseCounting(n: number): string {
  const digits = '零一二三四五六七八九';
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`;
  return head + (ones === 0 ? '' : digits[ones]);
}
