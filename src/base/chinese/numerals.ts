/** Numbers in Chinese characters: 十二, 三百零五, 一万二千; also for the numbers of headings: 一、 （十一）. */

const DIGITS = '零一二三四五六七八九';
/** Characters that a numeral can consist of, for regular expressions. */
export const NUMERAL_CHARACTERS = '零〇一二两三四五六七八九十百千万亿';
const PLACES = ['千', '百', '十', ''];
/** Numbers from 10¹² on are not written in characters by anyone. */
const LIMIT = 1e12;

function digitValue(character: string): number {
  return DIGITS.indexOf(character);
}

/** 1…9999 with inner 零; a leading 一十 stays, the caller shortens it. */
function writeSection(value: number): string {
  let out = '';
  let gap = false;
  for (const [index, digit] of [...String(value).padStart(4, '0')].entries()) {
    if (digit === '0') {
      gap = out !== '';
    } else {
      out += `${gap ? '零' : ''}${DIGITS[Number(digit)]}${PLACES[index]}`;
      gap = false;
    }
  }
  return out;
}

/** 12 → 十二, 305 → 三百零五, 12000 → 一万二千. Whole numbers from 0 up to 10¹²; any other stays in Arabic digits. */
export function toChineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= LIMIT) return String(value);
  if (value === 0) return '零';
  let out = '';
  let gap = false;
  for (const [factor, name] of [
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const) {
    const section = Math.floor(value / factor) % 10000;
    if (section === 0) {
      gap = true;
      continue;
    }
    out += `${out && (section < 1000 || gap) ? '零' : ''}${writeSection(section)}${name}`;
    gap = false;
  }
  return out.replace(/^一十/, '十');
}

function readSection(text: string): number {
  let value = 0;
  let digit: number | undefined;
  for (const character of text) {
    const place = { 千: 1000, 百: 100, 十: 10 }[character];
    if (place) {
      value += (digit ?? 1) * place;
      digit = undefined;
    } else {
      digit = digitValue(character);
    }
  }
  return value + (digit ?? 0);
}

/**
 * 十二 → 12, 两千 → 2000, 一万二千 → 12000; undefined for text that is no complete numeral (also for the spoken
 * short form 一万二, which some read as 10002).
 */
export function parseNumeral(text: string): number | undefined {
  if (!new RegExp(`^[${NUMERAL_CHARACTERS}]+$`).test(text)) return undefined;
  const clean = text.replaceAll('两', '二').replaceAll('〇', '零').replace(/^一十/, '十');
  const found = /^(?:([^亿]+)亿)?(?:([^亿万]+)万)?([^亿万]*)$/.exec(clean);
  if (!found) return undefined;
  const value =
    readSection(found[1] ?? '') * 1e8 + readSection(found[2] ?? '') * 1e4 + readSection(found[3] ?? '');
  // Reading is lenient, so the one proper spelling is the judge.
  return toChineseNumeral(value) === clean ? value : undefined;
}
