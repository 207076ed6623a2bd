/** 进入全省前三, 列全国第15位: a rank that is to be reached is an upper limit, 前3位. */

import { NUMERAL_CHARACTERS, parseNumeral } from '../../../base/chinese/numerals.ts';
import { blankedAt } from './blank.ts';
import type { NumberScan } from './number-scan.ts';

const GETS =
  '进入|跻身|挺进|迈入|进位到|进到|[位排]?居|位列|列|保持|稳定|排名|位次|名次|力争|争取|达到|升至|上升至?';
const RANK = new RegExp(
  `(?<=(?:${GETS})(?:[^，。；、\\d]|（[市区]、[市区]）){0,12}|前\\d{1,3}[名位强]?、[^，。；、\\d]{0,8})(?:前|第)(\\d{1,3}|[${NUMERAL_CHARACTERS}]{1,3})(?:位|名|强)?(?:以内|之内|(?:行列|之列))?(?=$|[，。；、（）])`,
  'g',
);
const BEFORE_RANK =
  /(?:力争|争取|确保|努力)*(?:继续|稳定|稳步)*(?:保持|稳)?(?:在|进入|跻身|挺进|迈入|进位到|进到|[位排]?居|位列|列|达到|升至|上升至?)*$/;
const PLACE =
  /(?:全国|全省|全区|全市|全州|全县|[东中西]部(?:地区)?|国内|省内|市内)(?:同类)?(?:(?:地级(?:及以上|以上)?|副省级|省会|县级|重点|沿海)?城市|地级市|设区的?市|县级市|省会|计划单列市|地市|市州|县（市、区）|县（区）|县区|市县|县域|区县|(?:国家级|省级)?(?:高新区|经开区|开发区|新区|园区)|地区|省份|省（区、市）)?$/;

/** Ranks become numbers with the unit 位; `masked` comes back without them. */
export function scanRanks(masked: string, out: NumberScan): string {
  let rest = masked;
  for (const found of masked.matchAll(RANK)) {
    const [words, digits = ''] = found;
    const value = /^\d/.test(digits) ? Number(digits) : parseNumeral(digits);
    if (value === undefined || value < 1) continue;
    const { index: start } = found;
    out.spans.push({ start, end: start + words.length, value, unit: '位', form: 'rank', more: false });
    rest = blankedAt(rest, start, start + words.length);
  }
  return rest;
}

/** 居全国 → 全国位次, of what was counted before. */
export const isOnlyRank = (name: string): boolean =>
  name.endsWith('位次') && name.slice(0, -2).replace(PLACE, '') === '';

const RANK_BEHIND = new RegExp(`${PLACE.source.slice(0, -1)}位次$`);

/** 便利度全国位次 → 便利度, of which another rank is told */
export const withoutRank = (name: string): string => name.replace(RANK_BEHIND, '');

/** 数字经济规模稳居全国 → 数字经济规模全国位次; 综合排名进入全省 → 综合排名（全省） */
export function rankName(words: string): string {
  const place = PLACE.exec(words)?.[0] ?? '';
  const subject = words.slice(0, words.length - place.length).replace(BEFORE_RANK, '');
  if (subject === '') return `${place}位次`;
  if (/(?:排名|位次|名次)$/.test(subject)) return place ? `${subject}（${place}）` : subject;
  return `${subject}${place}位次`;
}
