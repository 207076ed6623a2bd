/** 翻一番, 增长1.5倍, 扩大到2倍: a multiple of last year's value, which is a growth rate in other words. */

import { parseNumeral } from '../../../base/chinese/numerals.ts';
import { blankedAt } from './blank.ts';
import type { NumberScan } from './number-scan.ts';

const NUMBER = '\\d+(?:\\.\\d+)?|[一二两三四五六七八九十]+';
const DOUBLED = '翻([一两二三123]?)番|翻(?:一?倍|1倍)|(?:实现)?倍增(?=$|[，。、；）])';
const GROWN = `(?<=(?:增长|增加|提高|提升|扩大|上升|增)(?:了|约|近|不低于|超过?|达到?)?)(?:${NUMBER})(?=倍)`;
const GROWN_TO = `(?<=(?:增长|增加|提高|提升|扩大|上升|增|达)(?:到|至))(?:(?:上年|去年)的)?(?:${NUMBER})(?=倍)`;
const MULTIPLE = new RegExp(`(${DOUBLED})|(${GROWN})倍|(${GROWN_TO})倍`, 'g');
/** What remains once those are taken out: read by nobody. */
const UNREAD =
  /翻[一两二三123]?[番倍]|(?:\d[\d—.]*|[一二两三四五六七八九十]+)倍(?!增|速|率)|(?<!成)倍增(?=$|[，。、；）])|减半|(?:压缩|缩减|缩短|减少|下降|降低|压减)(?:到|至)?一半|成倍增长/g;
/** 较2020年翻一番, 是2020年的2倍, 达到全国平均的2倍, 五年翻一番: not of last year. */
const OTHER_BASE =
  /(?:较|比|是|为|相当于|基础上|以来|平均)[^，]{0,16}$|(?<!\d)(?:[两二三四五六七八九十]|\d{1,2})年(?:之?内|来|时间)?[^，\d]{0,12}$|十[一二三四五六七八九]五”?(?:规划|时期)?期?[末间][^，\d]{0,16}$/;
const LAST_YEAR = /(?:较|比|是|为)(?:上年|去年)[^，]{0,8}$/;

const numberOf = (text: string): number | undefined => (/^\d/.test(text) ? Number(text) : parseNumeral(text));

/** Adds what a clause says in multiples; `masked` comes back without it. `clause`: with the years that `masked` hides. */
export function scanMultiples(masked: string, clause: string, out: NumberScan): string {
  let rest = masked;
  const take = (start: number, words: string): void => {
    rest = blankedAt(rest, start, start + words.length);
  };
  for (const found of masked.matchAll(MULTIPLE)) {
    const [words, doubled, times, grown, grownTo] = found;
    const before = clause.slice(0, found.index);
    if (OTHER_BASE.test(before) && !LAST_YEAR.test(before)) continue;
    const factor = doubled
      ? 2 ** (numberOf(times || '一') ?? Number.NaN)
      : grown
        ? 1 + (numberOf(grown) ?? Number.NaN)
        : numberOf((grownTo ?? '').replace(/^(?:上年|去年)的/, ''));
    if (factor === undefined || !(factor > 1)) continue;
    const value = Math.round((factor - 1) * 10_000) / 100;
    const span = { start: found.index, end: found.index + words.length, value, unit: '%' };
    const verb = /(?:增长|增加|提高|提升|扩大|上升|增)(?:到|至)?[^，]{0,2}$/.exec(before)?.[0] ?? '';
    out.spans.push({ ...span, form: 'multiple', more: false, words: `${doubled ? '' : verb}${words}` });
    take(found.index, words);
  }
  for (const found of rest.matchAll(UNREAD)) {
    out.others.push({ text: found[0], why: 'multiple' });
    take(found.index, found[0]);
  }
  return rest;
}
