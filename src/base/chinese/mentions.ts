/** Quantities mentioned in running text: “上半年新建5G基站约1.2万个，累计…” → 约1.2万个 with the words around it. */
import { NUMERAL_CHARACTERS } from './numerals.ts';
import { parseQuantity, type Quantity } from './quantity.ts';
import { halfWidthAlnum } from './text.ts';
import { BASE_UNITS } from './units.ts';

export interface Mention {
  quantity: Quantity;
  /** As written, with its qualifier: 约1.2万个. */
  text: string;
  /** Words of the same clause before and after it, without other quantities. */
  before: string;
  after: string;
  /** The whole clause before the quantity, and the sentence up to that clause. */
  clause: string;
  earlier: string;
}

const QUALIFIER = '(?:大约|约为|约|接近|将近|近|超过|超|逾|突破|不足|不到)?';
const DIGITS = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?';
const MAGNITUDE = '(?:万亿|[十百千]?[万亿]|千(?![米克瓦兆卡伏]))?';
/** Longest first, so that 个百分点 is not read as 个. */
const UNITS = ['个百分点', ...[...BASE_UNITS].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))]
  .map((unit) => unit.replace(/[%‰]/g, (sign) => `\\${sign}`))
  .join('|');
const QUANTITY = new RegExp(
  `${QUALIFIER}(?:(?<![A-Za-z\\d.第]|\\d,|\\d[万亿])${DIGITS}|(?<![第${NUMERAL_CHARACTERS}])[零〇一二两三四五六七八九十百千]+)` +
    `[余多]?${MAGNITUDE}[余多]?(?:${UNITS})?(?:及?以上|左右|上下|以内)?`,
  'g',
);
/** 1亿2000万元, 一亿二千万元: one number, of which neither part is the whole. */
const GOES_ON = /^[\d零〇一二两三四五六七八九十百千]+[百千万]/;
/** Longer ones are no numbers. */
const LONGEST_NUMBER = 16;
/** Some people type blanks between characters and letters or digits. */
const BLANKS = /(?<=[\p{Script=Han}”]) +(?=[A-Za-z\d“])|(?<=[A-Za-z\d]) +(?=[\p{Script=Han}“%])/gu;
/** Not 、: what stands in a list shares the words before it (其中A3个、B4个). */
const CLAUSE_END = /[，,：:；;。！？!?\n（()）]/;
const SENTENCE_END = /[；;。！？!?\n]/;

/** Every quantity that has a unit or a magnitude (bare numbers and 第3批 are no quantities), in order. */
export function mentionsIn(text: string): Mention[] {
  const plain = halfWidthAlnum(text).replaceAll('％', '%').replaceAll('．', '.').replace(BLANKS, '');
  const found = [...plain.matchAll(QUANTITY)].flatMap((match) => {
    const quantity = parseQuantity(match[0]);
    const measured = quantity && quantity.unit !== '';
    const end = match.index + match[0].length;
    const behind = plain.slice(end, end + LONGEST_NUMBER);
    // 5G, 10G-PON: a letter right behind belongs to the number.
    const attached = /^[A-Za-z]/.test(behind) || (/[万亿]$/.test(match[0]) && GOES_ON.test(behind));
    return measured && !attached ? [{ quantity, text: match[0], start: match.index }] : [];
  });
  return found.map(({ quantity, text: written, start }, index) => {
    const end = start + written.length;
    const previousEnd =
      index === 0 ? 0 : (found[index - 1]?.start ?? 0) + (found[index - 1]?.text.length ?? 0);
    const nextStart = found[index + 1]?.start ?? plain.length;
    const sentenceStart = lastBreak(plain, start, SENTENCE_END);
    const clauseStart = lastBreak(plain, start, CLAUSE_END);
    return {
      quantity,
      text: written,
      before: plain.slice(Math.max(clauseStart, previousEnd), start),
      after: plain.slice(end, nextStart).split(CLAUSE_END)[0] ?? '',
      clause: plain.slice(clauseStart, start),
      earlier: plain.slice(sentenceStart, clauseStart),
    };
  });
}

/** No clause is longer; without an end to it, a hostile text would be searched again from every number. */
const LONGEST_CLAUSE = 200;

/** Position after the last separator before `end`; a comma inside digits separates nothing. */
function lastBreak(text: string, end: number, separator: RegExp): number {
  const start = Math.max(0, end - LONGEST_CLAUSE);
  for (let i = end - 1; i >= start; i--) {
    const inNumber = text[i] === ',' && /\d/.test(text[i - 1] ?? '') && /\d/.test(text[i + 1] ?? '');
    if (separator.test(text[i] as string) && !inNumber) return i + 1;
  }
  return start;
}
