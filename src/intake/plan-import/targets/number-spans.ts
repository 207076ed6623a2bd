/** Numbers in a clause, each with the unit that follows it, and what kind of number it is. */

import { splitUnit } from '../../../base/chinese/magnitude.ts';
import { NUMERAL_CHARACTERS } from '../../../base/chinese/numerals.ts';
import { readQuantity } from '../../../base/chinese/quantity.ts';
import { BASE_UNITS } from '../../../base/chinese/units.ts';

export interface NumberSpan {
  start: number;
  end: number;
  value: number;
  upper?: number;
  unit: string;
  /** digits · word: 两批, 三场 · ordinal: 第一批 · bare: 万亿元 without a number in front */
  form: 'digits' | 'word' | 'ordinal' | 'bare';
  /** 余, 多 between number and unit. */
  more: boolean;
}

export interface NumberScan {
  spans: NumberSpan[];
  /** Numbers that are no target: without unit, or a span of time. */
  others: { text: string; why: 'noUnit' | 'time' }[];
}

/** Names, quotations, dates, document numbers and “十四五” hold numbers that promise nothing. */
const MASKED = [
  /《[^》]*》/g,
  /〔[^〕]*〕\s*\d*号?/g,
  /“[^”]{0,40}”/g,
  /“?[十一二三四五六七八九]+五”?(?:时期|规划|期间)/g,
  /(?:19|20)\d{2}(?:—(?:19|20)?\d{2})?年度?(?:\d{1,2}月)?(?:\d{1,2}日)?/g,
  /\d{1,2}月(?:\d{1,2}日|底|末|份)?/g,
];
const TIME_UNITS = new Set([
  '年',
  '月',
  '日',
  '天',
  '周',
  '个月',
  '小时',
  '分',
  '分钟',
  '秒',
  '学时',
  '课时',
]);
/** Units that are more often part of a name: 5G级, 3期工程, 10点. */
const NOT_COUNTED = new Set([
  '级',
  '期',
  '点',
  '字',
  '班',
  '度',
  '页',
  '轮',
  '届',
  '周',
  '倍',
  '部',
  '分',
  '类',
]);
/** What must not follow a unit, because both together are another word. */
const OTHER_WORD: Record<string, RegExp> = {
  人: /^[才工员民口]/,
  家: /^[庭居电]/,
  条: /^[例件款]/,
  件: /^事/,
  场: /^[景所馆地]/,
  次: /^[数日]/,
  点: /^/,
  批: /^[发准复]/,
  名: /^[单称录]/,
  项: /^目[^、，。]{0,2}制/,
  站: /^点/,
  市: /^[场]/,
  区: /^[域块]/,
  台: /^[账州]/,
};
const LONGEST_UNIT = 8;

const blank = (text: string): string => '\u0001'.repeat(text.length);

export function scanNumbers(clause: string): NumberScan {
  let masked = clause;
  for (const pattern of MASKED) masked = masked.replace(pattern, blank);
  const out: NumberScan = { spans: [], others: [] };
  masked = digits(masked, out);
  words(masked, out);
  out.spans.sort((a, b) => a.start - b.start);
  return out;
}

/** The unit at the head of the text, longest first; undefined when there is none. */
function unitAt(text: string): string | undefined {
  for (let length = Math.min(LONGEST_UNIT, text.length); length > 0; length--) {
    const unit = text.slice(0, length);
    if (unit === '个百分点') return '个百分点';
    const { base, magnitude } = splitUnit(unit);
    if (base === '' ? magnitude === '' : !BASE_UNITS.has(base)) continue;
    const rest = text.slice(length);
    if (rest.startsWith('级') || OTHER_WORD[base]?.test(rest)) continue;
    if (/^[A-Za-z]/.test(unit) && /^[A-Za-z0-9]/.test(rest)) continue;
    return unit;
  }
  return undefined;
}

const DIGITS = /(?<![\dA-Za-z.])(\d[\d,]*(?:\.\d+)?)(%|[万亿]?)(?:—(\d[\d,]*(?:\.\d+)?))?/g;

function digits(masked: string, out: NumberScan): string {
  let rest = masked;
  for (const found of masked.matchAll(DIGITS)) {
    const [whole, low, between, high] = found as unknown as [string, string, string, string | undefined];
    const start = found.index;
    // 20%—30%, 3万—5万: the mark between belongs to the unit; without a second number it is read with the unit.
    let end = start + (high === undefined ? low.length : whole.length);
    const after = /^[余多来]/.exec(masked.slice(end));
    if (after) end += 1;
    const tail = masked.slice(end);
    rest = rest.slice(0, start) + blank(rest.slice(start, end)) + rest.slice(end);
    if (/^[A-Za-z]/.test(tail) && unitAt(tail) === undefined) continue;
    const unit = unitAt(tail);
    if (unit === undefined || TIME_UNITS.has(unit) || NOT_COUNTED.has(splitUnit(unit).base)) {
      const time = unit !== undefined && TIME_UNITS.has(unit);
      out.others.push({
        text: masked.slice(start, end) + (/^[^\u0001、，。；\d]{0,4}/.exec(tail)?.[0] ?? ''),
        why: time ? 'time' : 'noUnit',
      });
      continue;
    }
    const reading = readQuantity(`${low}${unit}`);
    if (!reading.ok) {
      out.others.push({ text: whole + unit, why: 'noUnit' });
      continue;
    }
    const upper = high === undefined ? undefined : Number(high.replaceAll(',', ''));
    const span = {
      start,
      end: end + unit.length,
      value: reading.quantity.value,
      unit: reading.quantity.unit,
    };
    if (upper !== undefined && !(upper > span.value && (between === '' || unit.startsWith(between)))) {
      out.others.push({ text: whole + unit, why: 'noUnit' });
      continue;
    }
    out.spans.push({ ...span, ...(upper !== undefined && { upper }), form: 'digits', more: after !== null });
    rest = rest.slice(0, end) + blank(unit) + rest.slice(end + unit.length);
  }
  return rest;
}

/** Counting words that official texts write in characters. */
const COUNT = '批次|批|场次|场|次|个|家|项|条|座|所|支|件|名|户';
const WORD = new RegExp(`(第?)([${NUMERAL_CHARACTERS}]+)((?:[万亿]?(?:${COUNT}))|[万亿]?元)`, 'g');
const DOING =
  /(?:举办|召开|承办|组织|开展|形成|建成|建设|新建|打造|培育|认定|遴选|发布|出台|推出|引进|创建|完成|新增|选择|实施)(?:了|不少于|至少)?$/;
const BARE = /(?:突破|达到?|超过?|跨越|迈上|迈过|实现)(万亿|千亿|百亿|十亿)(元?)(?!级)/g;
const PERCENT = new RegExp(`百分之[${NUMERAL_CHARACTERS}点]+`, 'g');

function words(masked: string, out: NumberScan): void {
  let rest = masked;
  const take = (start: number, end: number, span: Omit<NumberSpan, 'start' | 'end' | 'more'>): void => {
    out.spans.push({ ...span, start, end, more: false });
    rest = rest.slice(0, start) + blank(rest.slice(start, end)) + rest.slice(end);
  };
  for (const found of masked.matchAll(PERCENT)) {
    const reading = readQuantity(found[0]);
    if (reading.ok)
      take(found.index, found.index + found[0].length, {
        value: reading.quantity.value,
        unit: '%',
        form: 'word',
      });
  }
  for (const found of rest.matchAll(BARE)) {
    const size = `${found[1]}${found[2]}`;
    const end = found.index + found[0].length;
    const magnitude = found[1] as string;
    // 万亿元 = 1 万亿元; 千亿元 = 1000 亿元, as one would write it in digits.
    const value = { 万亿: 1, 千亿: 1000, 百亿: 100, 十亿: 10 }[magnitude] as number;
    take(end - size.length, end, {
      value,
      unit: `${magnitude === '万亿' ? '万亿' : '亿'}${found[2]}`,
      form: 'bare',
    });
  }
  for (const found of rest.matchAll(WORD)) {
    const [whole, nth, numeral, unit] = found as unknown as [string, string, string, string];
    const before = rest.slice(0, found.index);
    if (/[\d数几多每逐各\u4e00-\u9fff]$/.test(before) && /[数几多每逐各]$/.test(before)) continue;
    if (OTHER_WORD[unit]?.test(rest.slice(found.index + whole.length))) continue;
    const reading = readQuantity(`${numeral}${unit}`);
    if (!reading.ok) continue;
    const { value } = reading.quantity;
    const end = found.index + whole.length;
    if (nth !== '') {
      // 第一批 is a batch to be reached; 第三届, 第二次 only count what there has been.
      if (unit.startsWith('批')) take(found.index, end, { value, unit: '批', form: 'ordinal' });
      continue;
    }
    if (numeral === '一' && !(/[场次]/.test(unit) && /(?:举办|召开|承办)(?:了|不少于|至少)?$/.test(before)))
      continue;
    if (unit.startsWith('批') || DOING.test(before) || (/[场次]/.test(unit) && /举办|召开|承办/.test(before)))
      take(found.index, end, { value, unit: reading.quantity.unit.replace('批次', '批'), form: 'word' });
    else out.others.push({ text: whole, why: 'noUnit' });
  }
}
