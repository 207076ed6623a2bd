/** Numbers that stay in one line with what they count. */
import { KEPT_BLANK, KEPT_SIGN } from './blanks.ts';

/**
 * GB/T 9704 7.3.3: numbers and years are not broken across lines. The browser keeps digits together but would break
 * between digits and a Chinese unit, month and day, in a span like 10—12月, and between 任务, 附件 or 第 and its number;
 * blanks and 互联网+ likewise, and the 2. of an item within a paragraph and its first character. Longer pieces would leave
 * wide gaps in the line before: 〔2022〕637号 may go on after its bracket, as in Word, and 81.5万人次 after its 万.
 */
const UNITS =
  '百分点|平方米|平方公里|公里|季度|月份|[万亿](?:(?!人次)[元个家户条台套项次人吨件])?|年度|[年月日天个家户条项次人元台套件批所名处期份场位类种章讲亩吨%％‰]';
export const NUMBER_WITH_UNIT = new RegExp(
  `${KEPT_BLANK}|${KEPT_SIGN}|＿{2,4}[年月日时分号期]|(?:任务|附件)\\d+|(?<=〕)\\d+号|\\d{1,2}月\\d{1,2}日|(?<=[。；])\\d{1,2}\\.\\p{Script=Han}|第?\\d[\\d,.]*(?:[—–]\\d[\\d,.]*)?(?:${UNITS})`,
  'gu',
);
