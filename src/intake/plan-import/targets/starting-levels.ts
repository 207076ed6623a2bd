/** 由1.2万个增加到2万个, 从85%提高到92%: the numbers that say where something starts from. */
import { splitUnit } from '../../../base/chinese/magnitude.ts';
import { readQuantity } from '../../../base/chinese/quantity.ts';
import { FALLING, RISING } from './movement-words.ts';
import type { StartingLevel } from './number-scan.ts';
import { unitAt } from './unit-at.ts';

/** Without a verb (由120项到80项) hardly more than the unit may stand before the second number. */
const LEVEL = new RegExp(
  `(?<=[由从][^\\d，。；]{0,12})(\\d[\\d,]*(?:\\.\\d+)?)(?:%?[\\u4e00-\\u9fff（）]{0,9}?(?=(?:${RISING}|${FALLING})(?:到|至|为))|(?:%|[万亿]{0,2}[\\u4e00-\\u9fff]{0,2}?)(?=[到至]))`,
  'g',
);
/** 较上年末的86.5%提高5.5个百分点 */
const COMPARED =
  /[较比](?:上年|去年|(20\d{2})年)(?:同期|年?[末底])?的(\d[\d,]*(?:\.\d+)?)([%\u4e00-\u9fff]{1,4}?)(?=(?:再)?(?:提高|提升|上升|增加|增长|下降|降低|减少)了?\d)/g;
const ROUGH = /左右|上下|以上|以下|[余多]|^(?:近|约|不足)/;

/** `masked`: the clause without names and dates; `clause`: as written. */
export function startingLevels(masked: string, clause: string): StartingLevel[] {
  const compared = [...clause.matchAll(COMPARED)].map((found): StartingLevel => {
    const [all, year, digits = '', behind = ''] = found;
    const unit = unitAt(behind) ?? '';
    const reading = readQuantity(`${digits}${unit}`, [unit]);
    return {
      start: found.index,
      end: found.index + all.length,
      words: `${digits}${behind}`,
      value: reading.ok ? reading.quantity.value : Number.NaN,
      unit: reading.ok ? reading.quantity.unit : unit,
      rough: !reading.ok,
      year: year === undefined ? undefined : Number(year),
      compared: true,
    };
  });
  const opened = [...masked.matchAll(LEVEL)].map((found) => {
    const [words, digits] = found as unknown as [string, string];
    const end = found.index + words.length;
    const behind = words.slice(digits.length);
    const unit = unitAt(behind) ?? unitBehind(behind);
    const reading = readQuantity(`${digits}${unit}`, [unit]);
    const opening = /[由从][^由从]*$/.exec(clause.slice(0, found.index))?.[0] ?? '';
    const year = /(20\d{2})年/.exec(opening)?.[1];
    return {
      start: found.index - opening.length,
      end,
      words,
      value: reading.ok ? reading.quantity.value : Number.NaN,
      unit: reading.ok ? reading.quantity.unit : unit,
      rough: !reading.ok || ROUGH.test(behind) || /(?:约|近|不足|不到|超过?)$/.test(opening),
      year: year === undefined ? undefined : Number(year),
    };
  });
  return [...opened, ...compared];
}

/** 由300万增加到500万户: a magnitude whose unit stands behind the second number. */
const unitBehind = (text: string): string => splitUnit(text).magnitude;
