/** Numbers in characters: 两批, 三场, 六千亿元, 二十万人次, 九成, 百分之十, and sizes without a number: 突破万亿元. */

import { NUMERAL_CHARACTERS } from '../../../base/chinese/numerals.ts';
import { readQuantity } from '../../../base/chinese/quantity.ts';
import { blankedAt } from './blank.ts';
import { DOING, type NumberScan, type NumberSpan } from './number-scan.ts';
import { OTHER_WORD } from './unit-at.ts';

/** Counting words that official texts write behind characters. */
const COUNT =
  '[家件项架条台户班辆例期笔份篇]次|批次|批|场次|场|次|个百分点|个|家|项|条|座|所|支|件|名|户|人次|人|台|套|辆|处|亩|间|种|款|篇|架|吨|公里';
const WORD = new RegExp(`(第?)([${NUMERAL_CHARACTERS}]+)([余多]?)((?:[万亿]?(?:${COUNT}))|[万亿]?元)`, 'g');
const SIZE = '万亿|千亿|百亿|十亿|千万|百万|十万';
/** 突破万亿元, 超千万户; 产值百亿元, but not 百亿元企业. */
const BARE = new RegExp(
  `(?:突破|达到?|超过?|跨越|迈上|迈过|实现)(${SIZE})(元|户|人次|人|家|个|件|条|辆)?(?!级)|(?<=产值|收入|投资|规模|额)(${SIZE})(元)(?!级|以上|规?模?企业|产业|项目|集群|园区)`,
  'g',
);
const PERCENT = new RegExp(`百分之[${NUMERAL_CHARACTERS}点]+`, 'g');
/** 超过九成, 增长两成以上, 覆盖面六成以上; not 建成, 三成 as part of another word. */
const TENTHS =
  /(?<=(?:超过?|达到?|突破|不低于|不少于|占|近|约|增长|提高|提升|下降|降低|减少)了?)([一二两三四五六七八九])成(?=以上|以下|左右|$|[，。；、（）])|(?<!第)([一二两三四五六七八九])成(?=以上|左右)/g;
/** 成熟度达到三级 */
const GRADES =
  /(?<=(?:水平|等级|级别|成熟度|评级|测评|评价|能力)[^，。；、]{0,4}(?:达到?|升至|提升到|提升至))([一二三四五六七八九])级(?=以上|$|[，。；、（）])/g;
const PROMISING = /(?:达到?|突破|超过?|逾|近|约|实现|完成|不低于|不少于|至少|新增|增加到|提高到)$/;

/**
 * Numbers in words that are targets: 百分之六十, 九成, 三级, 千亿元, 三家, 第一批. Each kind is blanked before the next is looked for.
 * @param masked the clause, in which what was read before (numbers in digits) is blanked, as long as it was
 * @param out grows by what is found
 */
export function scanWords(masked: string, out: NumberScan): void {
  let rest = masked;
  const take = (start: number, end: number, span: Omit<NumberSpan, 'start' | 'end'>): void => {
    out.spans.push({ ...span, start, end });
    rest = blankedAt(rest, start, end);
  };
  for (const found of masked.matchAll(PERCENT)) {
    const reading = readQuantity(found[0]);
    if (reading.ok)
      take(found.index, found.index + found[0].length, {
        value: reading.quantity.value,
        unit: '%',
        form: 'word',
        more: false,
      });
  }
  for (const found of rest.matchAll(TENTHS)) {
    const reading = readQuantity(`${found[1] ?? found[2]}个`);
    if (reading.ok)
      take(found.index, found.index + 2, {
        value: reading.quantity.value * 10,
        unit: '%',
        form: 'word',
        more: false,
      });
  }
  for (const found of rest.matchAll(GRADES)) {
    const reading = readQuantity(`${found[1]}级`, ['级']);
    if (reading.ok)
      take(found.index, found.index + 2, {
        value: reading.quantity.value,
        unit: '级',
        form: 'word',
        more: false,
      });
  }
  for (const found of rest.matchAll(BARE)) {
    const magnitude = (found[1] ?? found[3]) as string;
    const counted = found[2] ?? found[4] ?? '';
    const size = `${magnitude}${counted}`;
    const end = found.index + found[0].length;
    // 万亿元 = 1 万亿元; 千亿元 = 1000 亿元, as one would write it in digits.
    const value = { 万亿: 1, 千亿: 1000, 百亿: 100, 十亿: 10, 千万: 1000, 百万: 100, 十万: 10 }[magnitude];
    const unit = magnitude === '万亿' ? magnitude : magnitude.slice(1);
    take(end - size.length, end, {
      value: value as number,
      unit: `${unit}${counted}`,
      form: 'bare',
      more: false,
    });
  }
  for (const found of rest.matchAll(WORD)) {
    const [whole, nth, numeral, more, unit] = found as unknown as [string, string, string, string, string];
    const before = rest.slice(0, found.index);
    const after = rest.slice(found.index + whole.length);
    if (/[数几多每逐各]$/.test(before)) continue;
    if (/^级/.test(after) || OTHER_WORD[unit]?.test(after)) continue;
    const reading = readQuantity(`${/^[百千]$/.test(numeral) ? '一' : ''}${numeral}${unit}`, [unit]);
    if (!reading.ok) continue;
    const { value } = reading.quantity;
    const end = found.index + whole.length;
    if (nth !== '') {
      // 第一批 is a batch to be reached; 第三届, 第二次 only count what there has been.
      if (unit.startsWith('批')) take(found.index, end, { value, unit: '批', form: 'ordinal', more: false });
      continue;
    }
    const event = /[场次]/.test(unit) && /举办|召开|承办/.test(before);
    if (numeral === '一' && !(event && /(?:举办|召开|承办)(?:了|不少于|至少)?$/.test(before))) continue;
    if (unit.startsWith('批') || event || promised(before, numeral, unit, after))
      take(found.index, end, {
        value,
        unit: reading.quantity.unit.replace('批次', '批'),
        form: 'word',
        more: more !== '',
      });
    else out.others.push({ text: whole, why: 'noUnit' });
  }
}

/** 培育三家, 达到六千亿元, 二十万人次, 近百个 — but not 千家万户 or 百人计划. */
function promised(before: string, numeral: string, unit: string, after: string): boolean {
  if (/^[百千万亿]$/.test(numeral)) return PROMISING.test(before);
  if (unit.endsWith('元')) return PROMISING.test(before);
  if (DOING.test(before) || PROMISING.test(before)) return true;
  // Otherwise a name may follow: 三十人论坛, 十二项计划.
  return after === '' || /^(?:以上|左右|[，。；、（）])/.test(after);
}
