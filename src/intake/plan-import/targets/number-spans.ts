/** Numbers in a clause, each with the unit that follows it, and what kind of number it is. */

import { readQuantity } from '../../../base/chinese/quantity.ts';
import { blank, blankedAt } from './blank.ts';
import { scanInexact } from './inexact.ts';
import { scanMultiples } from './multiples.ts';
import type { NumberScan, StartingLevel } from './number-scan.ts';
import { scanWords } from './number-words.ts';
import { limitWord } from './operator.ts';
import { scanRanks } from './ranks.ts';
import { startingLevels } from './starting-levels.ts';
import { SHOWN, uncounted, unitless } from './uncounted.ts';
import { spelt, unitAt } from './unit-at.ts';

/** Names, quotations, dates, document numbers and “十四五” hold numbers that promise nothing. */
const MASKED = [
  /\d+G[—-]?E?PON/g,
  /《[^》]*》/g,
  /〔[^〕]*〕\s*\d*号?/g,
  /“[^”]{0,40}”/g,
  /“?[十一二三四五六七八九]+五”?(?:时期|规划|期间)/g,
  /(?:19|20)\d{2}(?:—(?:19|20)?\d{2})?年度?(?:\d{1,2}月)?(?:\d{1,2}日)?/g,
  /(?:\d{1,2}月?—)?\d{1,2}月(?:\d{1,2}日|底|末|份|[上中下]旬)?/g,
  // 2024.6.30, 3年内
  /(?<![\d.])20\d{2}([./-])\d{1,2}\1\d{1,2}(?![\d.])/g,
  /(?:未来|今后)\d{1,2}年|(?<!\d)\d{1,2}年(?:之?内|累计|(?:左右)?的?(?:时间|努力))/g,
  // 12345热线, 60岁以上老人
  /(?<!\d)1\d{2,4}(?=[^\d，。；]{0,6}(?:热线|平台|举报电话|服务电话))/g,
  /\d+(?:英寸|纳米|微米|毫米)(?=[\u4e00-\u9fff])/g,
  /\d{1,3}(?:—\d{1,3})?周?岁(?:及?以[上下内])?/g,
  /(?<=^|[：；])(?:（\d{1,2}）|\d{1,2}[）)])/g,
];
/** “1个国家级、3个省级”: hidden with the names, though it may be none. */
const QUOTED = /“[^”]{0,40}?\d(?:%|[万亿]?(?:个|家|户|项|人次|人|台|座|条|亿?元))[^”]{0,40}”/g;

/** The text without 由2022年的300家, whose number and year are not those to be reached; offsets stay. */
export function withoutStarts(text: string, starts: readonly StartingLevel[]): string {
  return starts.reduce((rest, { start, end }) => blankedAt(rest, start, end), text);
}

/** 2:1 is neither 2 nor 1. */
const PROPORTION = /(?<![\d:：∶.])\d+(?:\.\d+)?[:：∶]\d+(?:\.\d+)?(?![\d:：∶])/g;
const COMPARED = /(?:比|比例|达到?|控制在|不[高低大小]于|为)$/;

function scanProportions(masked: string, out: NumberScan): string {
  return masked.replace(PROPORTION, (found: string, at: number) => {
    const why = COMPARED.test(masked.slice(0, at)) ? 'proportion' : 'noUnit';
    out.others.push({ text: why === 'noUnit' ? found : masked.slice(0, at).slice(-8) + found, why });
    return blank(found);
  });
}

/** 在已上线13件的基础上 */
const BUILT_ON = /(?:现有|已有|原有|已)?[^，。；\d]{0,6}\d[\d.,]*[万亿]?[^\d，。；]{1,4}的?基础上/g;

export function scanNumbers(clause: string): NumberScan {
  let masked = clause;
  for (const pattern of MASKED) masked = masked.replace(pattern, blank);
  const out: NumberScan = { spans: [], starts: startingLevels(masked, clause), others: [] };
  masked = withoutStarts(masked, out.starts);
  masked = masked.replace(BUILT_ON, (found: string) => {
    out.others.push({ text: found, why: 'base' });
    return blank(found);
  });
  for (const [text] of clause.matchAll(QUOTED)) out.others.push({ text: text.slice(1, -1), why: 'quoted' });
  masked = scanInexact(scanRanks(scanMultiples(masked, clause, out), out), out);
  masked = digits(scanProportions(masked, out), out);
  scanWords(masked, out);
  out.spans.sort((a, b) => a.start - b.start);
  return out;
}

/** 3—5个, 1至2家, 500万至600万户, 10%—12%, 10万元到20万元 */
const DIGITS =
  /(?<![\dA-Za-z.])(\d[\d,]*(?:\.\d+)?)(%|[万亿]{0,2}[个家户项名台人元]?)(?:(?:—|至|到)(\d[\d,]*(?:\.\d+)?))?/g;
/** 办好2023世界VR产业大会: the year of an event's name, though 年 is missing. */
const YEAR = /^(?:19|20)\d{2}$/;
const OF_A_NAME = /^(?!以[上下内]|及以|左右|上下|[的和与及])[\u4e00-\u9fff]{2}/;

function digits(masked: string, out: NumberScan): string {
  let rest = masked;
  for (const found of masked.matchAll(DIGITS)) {
    const [whole, low, between, high] = found as unknown as [string, string, string, string | undefined];
    const start = found.index;
    const before = masked.slice(0, start);
    // The mark between belongs to the unit; without a second number it is read with the unit.
    let end = start + (high === undefined ? low.length : whole.length);
    // 2000余家, 3万余人: the magnitude belongs to the unit.
    const more = /^((?:万亿|[万亿])?)(?:[余多]|来(?![自源访]))/.exec(masked.slice(end));
    const size = more?.[1] ?? '';
    if (more) end += more[0].length;
    const tail = size + masked.slice(end);
    rest = blankedAt(rest, start, end);
    // 提高3个以上百分点: the unit goes on behind 以上.
    const apart = /^个(?=(?:以上|左右)百分点)/.test(tail);
    const unit = unitAt(tail) ?? limitWithoutUnit(before, tail) ?? indexWithoutUnit(before, tail);
    // 5G, 4K and the like are names; 1000G may be a target in a unit that is not known.
    if (/^[A-Za-z]/.test(tail) && unit === undefined && low.length === 1) continue;
    if (unit === undefined && high === undefined && YEAR.test(low) && OF_A_NAME.test(tail)) continue;
    const text = masked.slice(start, end) + (SHOWN.exec(masked.slice(end))?.[0] ?? '');
    if (unit === undefined) {
      const why = unitless(before, tail);
      out.others.push({ text: why === 'rank' ? `${before.slice(-1)}${text}` : text, why });
      continue;
    }
    const why = uncounted(unit, before, tail.slice(unit.length), low);
    if (why !== undefined) {
      out.others.push({ text, why });
      continue;
    }
    const plain = spelt(unit);
    const reading = readQuantity(`${low}${plain}`, [plain]);
    const upper = high === undefined ? undefined : Number(high.replaceAll(',', ''));
    const fits = upper === undefined || (upper > Number(low.replaceAll(',', '')) && unit.startsWith(between));
    if (!reading.ok || !fits) {
      out.others.push({ text, why: 'noUnit' });
      continue;
    }
    const { value, unit: read } = reading.quantity;
    const written = unit.length - size.length;
    out.spans.push({
      start,
      end: end + written,
      value,
      ...(upper !== undefined && { upper }),
      unit: apart ? '百分点' : read,
      form: 'digits',
      more: more !== null,
    });
    rest = blankedAt(rest, end, end + written);
  }
  return rest;
}

/** PUE值不高于1.25, PUE控制在1.3以下: a limit may stand without a unit, with nothing behind it but its own word. */
function limitWithoutUnit(before: string, tail: string): string | undefined {
  const word = limitWord(before, tail);
  if (word === undefined || /[第前]$/.test(before)) return undefined;
  const rest = tail.startsWith(word) ? tail.slice(word.length) : tail;
  return /^(?:$|[，。；、）])/.test(rest) ? '' : undefined;
}

/** 两化融合发展指数达到62, 综合得分力争达到90.5以上: points of an index have no unit. */
function indexWithoutUnit(before: string, tail: string): string | undefined {
  return INDEX.test(before) && /^(?:以上)?(?:$|[，。；、）])/.test(tail) ? '' : undefined;
}

const INDEX =
  /(?:指数|系数|得分|评分|总分|水平)(?:(?:力争|争取|确保|总体|平均|全省|全市)*(?:达到?|突破|超过?|不低于|不少于|提[高升]到|提[高升]至|升至|上升到))(?:了|约)?$/;
