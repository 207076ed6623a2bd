/** Numbers as people write them in returns and plans: 1.2万个, 12,000, １２０００, 约1.2亿元, 98.7％, 一万二千. */
import { decimalsOf } from '../decimal.ts';
import { splitUnit } from './magnitude.ts';
import { NUMERAL_CHARACTERS, parseNumeral } from './numerals.ts';
import { BASE_UNITS } from './units.ts';

/** How exact a written number claims to be: “约1.2万个”, “超过1亿条”. Empty for a plain number. */
export type Qualifier = '' | '约' | '近' | '超过' | '突破' | '以上' | '左右' | '不足' | '以下';

export interface Quantity {
  /** In `unit`, e.g. 1.2 with unit 万个 — never multiplied out, so that nothing is lost. */
  value: number;
  /** 个, 万个, 亿元, %, 百分点, 次 …; empty for a bare number. */
  unit: string;
  /** Digits after the point that were given; formatting never shows more. */
  decimals: number;
  qualifier: Qualifier;
}

/**
 * Why a text is no quantity. empty · noNumber · vague: 数十, 若干 · severalNumbers: also ranges and fractions ·
 * grouping: 1,23 · tooLong: more digits than a number can hold · twoQualifiers: 约…左右 · leftover: words that belong
 * to no number · unknownUnit.
 */
export type QuantityFault =
  | 'empty'
  | 'noNumber'
  | 'vague'
  | 'severalNumbers'
  | 'grouping'
  | 'tooLong'
  | 'twoQualifiers'
  | 'leftover'
  | 'unknownUnit';

export type QuantityReading =
  | { ok: true; quantity: Quantity }
  /** `found` is the part of the text that is to blame. */
  | { ok: false; fault: QuantityFault; found: string };

/** Longest first within a meaning; 余 and 多 (1200余家) say that there are more. */
const BEFORE: readonly (readonly [string, Qualifier])[] = [
  ['大约', '约'],
  ['约为', '约'],
  ['约', '约'],
  ['接近', '近'],
  ['将近', '近'],
  ['近', '近'],
  ['超过', '超过'],
  ['高于', '超过'],
  ['多于', '超过'],
  ['超', '超过'],
  ['逾', '超过'],
  ['首次突破', '突破'],
  ['突破', '突破'],
  ['不足', '不足'],
  ['不到', '不足'],
  ['低于', '不足'],
  ['≥', '以上'],
  ['>', '超过'],
  ['≤', '以下'],
  ['<', '不足'],
];
const AFTER: readonly (readonly [string, Qualifier])[] = [
  ['及以上', '以上'],
  ['以上', '以上'],
  ['左右', '左右'],
  ['上下', '左右'],
  ['及以下', '以下'],
  ['以下', '以下'],
  ['以内', '以下'],
  ['余', '超过'],
  ['多', '超过'],
  ['+', '超过'],
];
/** Words that say nothing about the number. */
const NEUTRAL =
  /^(?:(?:已|累计|共计|合计|总计|共|达到|达|为)+|(?:全[国省市区县])?(?:排名?|[位排]?居|位?列)?(?:全[国省市区县])?第(?=[^第批次届期]{1,4}[位名]$))/;
const VAGUE = /^(?:[数几好][十百千万亿]|十几|几十|若干|多[家个项名户次]|一些)/;
const DIGITS = /^[+-]?[\d,]*\d(?:\.\d+)?/;
const GROUPED = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;
/** Circled, bracketed and raised digits, fractions in one character: numbers that are no decimal digits. */
const ORNAMENTAL = /\p{No}/u;
const ANY_NUMBER = new RegExp(`\\d|[${NUMERAL_CHARACTERS}]`);
/** As nearly all numbers are written. */
const PLAIN = /^\d+(?:\.(\d+))?$/;
/** More would be changed by the machine's arithmetic. */
const MOST_DIGITS = 15;

const fail = (fault: QuantityFault, found: string): QuantityReading => ({ ok: false, fault, found });

interface Start {
  value: number;
  decimals: number;
  /** What follows the number. */
  rest: string;
  percent: boolean;
}

/** 一万二千 / 十二点五 / 三十 (of 三十万, which keeps its magnitude as digits would). */
function readNumeral(text: string): Start | undefined {
  const percent = text.startsWith('百分之');
  const body = (percent ? text.slice(3) : text).replace(/^百$/, '一百');
  const plain = /^(负?)([零〇一二两三四五六七八九十百千]+)(?:点([零〇一二三四五六七八九]+))?/.exec(body);
  if (!plain) return undefined;
  const whole = new RegExp(`^负?([${NUMERAL_CHARACTERS}]+)`).exec(body)?.[1] ?? '';
  // 百 of 百分点 belongs to the unit; 万 and 亿 at the end stay in the unit; 一万二千 is one number.
  const mixed = /[万亿][零〇一二两三四五六七八九十百千]/.test(whole) && !plain[3];
  const digits = mixed ? whole : (plain[2] as string);
  const value = parseNumeral(digits);
  if (value === undefined) return undefined;
  const fraction = [...(plain[3] ?? '')]
    .map((c) => '零一二三四五六七八九'.indexOf(c.replace('〇', '零')))
    .join('');
  const used = (plain[1] as string).length + digits.length + (plain[3] ? plain[3].length + 1 : 0);
  const size = Number(`${value}${fraction ? `.${fraction}` : ''}`);
  return { value: plain[1] ? -size : size, decimals: fraction.length, rest: body.slice(used), percent };
}

function readDigits(text: string): Start | QuantityReading | undefined {
  const found = DIGITS.exec(text)?.[0];
  if (!found) return undefined;
  const unsigned = found.replace(/^[+-]/, '');
  if (!GROUPED.test(unsigned)) return fail('grouping', found);
  const plain = found.replaceAll(',', '').replace('+', '');
  if (plain.replace(/^-?0*\.?0*|\D/g, '').length > MOST_DIGITS || plain.length > 30)
    return fail('tooLong', found);
  const value = Number(plain);
  return {
    value: value === 0 ? 0 : value,
    decimals: plain.split('.')[1]?.length ?? 0,
    rest: text.slice(found.length),
    percent: false,
  };
}

function take<T>(
  text: string,
  table: readonly (readonly [string, T])[],
  end: boolean,
): [T, string] | undefined {
  const hit = table.find(([word]) => (end ? text.endsWith(word) : text.startsWith(word)));
  if (!hit) return undefined;
  return [hit[1], end ? text.slice(0, -hit[0].length) : text.slice(hit[0].length)];
}

/** The unit, normalised; undefined when it is none that we know. */
function readUnit(text: string, knownUnits: readonly string[]): string | undefined {
  const unit = text.endsWith('百分点') ? text.replace(/^个/, '') : text;
  const base = splitUnit(unit).base;
  const known = knownUnits.includes(unit) || knownUnits.some((k) => splitUnit(k).base === base);
  return base === '' || known || BASE_UNITS.has(base) ? unit : undefined;
}

/**
 * Reads one quantity out of a whole text. Nothing is guessed: a text that holds a second number, or words that are
 * neither unit nor qualifier, is refused with the reason. `knownUnits` are accepted besides the usual ones.
 */
export function readQuantity(text: string | number, knownUnits: readonly string[] = []): QuantityReading {
  if (typeof text === 'number') {
    if (!Number.isFinite(text)) return fail('noNumber', String(text));
    if (Math.abs(text) >= 10 ** MOST_DIGITS) return fail('tooLong', String(text));
    // Spreadsheets hold 15 digits; what lies behind them (0.30000000000000004) was never typed.
    const value = Number(text.toPrecision(MOST_DIGITS));
    return {
      ok: true,
      quantity: { value: value || 0, unit: '', decimals: decimalsOf(value), qualifier: '' },
    };
  }
  const plain = text.length <= MOST_DIGITS && PLAIN.exec(text);
  if (plain) {
    const decimals = plain[1]?.length ?? 0;
    return { ok: true, quantity: { value: Number(text), unit: '', decimals, qualifier: '' } };
  }
  // Compatibility forms would turn ①128 into 1128 and 5² into 52.
  if (ORNAMENTAL.test(text)) return fail('leftover', text);
  let rest = text
    .normalize('NFKC')
    .replaceAll('−', '-')
    // Excel's mark of a text; pasted, it stands in the cell itself.
    .replace(/^'(?=.)/, '')
    .replace(/[。；;]$/, '')
    .replace(/^人民币|(?<=元)人民币$/g, '')
    .trim()
    .replace(/(\D)\s+|\s+(?=\D)/g, '$1');
  if (rest === '') return fail('empty', text);
  rest = rest.replace(NEUTRAL, '');
  const before = take(rest, BEFORE, false);
  rest = before ? before[1].replace(NEUTRAL, '') : rest;
  if (VAGUE.test(rest)) return fail('vague', rest);
  const start = readDigits(rest) ?? readNumeral(rest);
  if (!start) return fail(ANY_NUMBER.test(rest) ? 'leftover' : 'noNumber', rest);
  if ('ok' in start) return start;
  return finish(start, before?.[0], knownUnits);
}

function finish(start: Start, before: Qualifier | undefined, knownUnits: readonly string[]): QuantityReading {
  // 12（个）
  let rest = start.rest
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\(([^()]*)\)$/, '$1');
  if (/\d/.test(rest)) return fail('severalNumbers', rest);
  let after: Qualifier | undefined;
  const inner = /^(万亿|[十百千]?[万亿]|千)?[余多+](?!$)(.*)$/.exec(rest);
  if (inner) {
    after = '超过';
    rest = `${inner[1] ?? ''}${inner[2] ?? ''}`;
  }
  const end = take(rest, AFTER, true);
  if (end) rest = end[1];
  if ([before, after, end?.[0]].filter(Boolean).length > 1) return fail('twoQualifiers', start.rest);
  if (start.percent && rest !== '') return fail('leftover', rest);
  const unit = start.percent ? '%' : readUnit(rest, knownUnits);
  if (unit === undefined) {
    const second = readNumeral(rest.replace(/^[至到~—–、-]/, '')) !== undefined;
    return fail(second ? 'severalNumbers' : [...rest].length > 6 ? 'leftover' : 'unknownUnit', rest);
  }
  const qualifier = before ?? after ?? end?.[0] ?? '';
  return { ok: true, quantity: { value: start.value, unit, decimals: start.decimals, qualifier } };
}

/** The quantity a text or number states, or undefined; see readQuantity for the reason. */
export function parseQuantity(text: string | number): Quantity | undefined {
  const reading = readQuantity(text);
  return reading.ok ? reading.quantity : undefined;
}
