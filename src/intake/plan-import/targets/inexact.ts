/** Shares in words, and what no number states exactly: 三分之二, 半数以上, 上百家, 两位数增长, ranks beside the point. */

import { parseNumeral } from '../../../base/chinese/numerals.ts';
import { blank } from './blank.ts';
import type { NumberScan, PassedOverWhy } from './number-scan.ts';

const NUMERAL = '[一二两三四五六七八九十百]+';
const WORDS: readonly (readonly [PassedOverWhy, RegExp])[] = [
  ['share', /半数(?:以上)?|一半(?:以上)?(?=的)|过半/g],
  [
    'vague',
    /(?:数|几|(?<![线网以])上)[十百千万亿]+余?(?:个|家|户|项|人|名|亩|元|条|台)|两位数(?=的?增|以上)/g,
  ],
  [
    'rank',
    new RegExp(
      `(?<=(?:全国|全省|全市|全区|[东中西]部|地区|城市|同类)[^，。]{0,6})[前第]${NUMERAL}(?:位|名|强)?(?![批次届期季产轮年月])`,
      'g',
    ),
  ],
];

/** 三分之二 is 66.67 %: as exact as such a share needs. */
function scanShares(masked: string, out: NumberScan): string {
  return masked.replace(SHARE, (words: string, below: string, above: string, start: number) => {
    const [whole, part] = [below, above].map((text) =>
      /^\d/.test(text) ? Number(text) : parseNumeral(text),
    );
    if (!whole || !part || part >= whole) return words;
    const value = Math.round((part / whole) * 10_000) / 100;
    out.spans.push({ start, end: start + words.length, value, unit: '%', form: 'share', more: false, words });
    return blank(words);
  });
}

const SHARE = new RegExp(`(?!百分之)(${NUMERAL}|\\d+)分之(${NUMERAL}|\\d+)`, 'g');

/** Shares are worked out; of the others it only tells, as none can be made a target without a person. */
export function scanInexact(masked: string, out: NumberScan): string {
  let rest = scanShares(masked, out);
  for (const [why, pattern] of WORDS)
    rest = rest.replace(pattern, (found) => {
      out.others.push({ text: found, why });
      return blank(found);
    });
  return rest;
}
