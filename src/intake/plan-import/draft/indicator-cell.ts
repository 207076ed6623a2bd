/** A cell of a table of indicators and the unit that its row or column names → words that a sentence could end with. */
import { splitUnit } from '../../../base/chinese/magnitude.ts';
import { unitAt } from '../targets/unit-at.ts';

/**
 * What makes a cell doubtful. magnitude: 1.05万 where the unit is 亿元 · growth: 10%以上 where it is 亿元 · otherUnit: any
 * other unit than the table's.
 */
export type CellDoubt = 'magnitude' | 'growth' | 'otherUnit';

export interface CellReading {
  words: string;
  doubt?: CellDoubt;
}

const NUMBER = /^(\D*)(\d[\d,]*(?:\.\d+)?(?:—\d[\d,]*(?:\.\d+)?)?)(.*)$/s;
/** What may stand behind a number that takes the table's unit. */
const NO_UNIT = /^(?:$|以[上下内]|及以[上下]|左右|上下|[余多+（，、；。])/;
const PERCENT = /^(?:%|个?百分点)/;
const CHANGE = /增|降|提高|提升|下降|减/;

/** `unit`: '' where the table names none; `cell`: tidied. */
export function readCell(cell: string, unit: string): CellReading {
  const [, before = '', number, behind = ''] = NUMBER.exec(cell) ?? [];
  if (number === undefined || unit === '') return { words: cell };
  const withUnit = (words: string, rest = behind): string => `${before}${number}${words}${rest}`;
  const own = PERCENT.exec(behind)?.[0] ?? unitAt(behind);
  if (own === undefined)
    return NO_UNIT.test(behind) ? { words: withUnit(unit) } : { words: cell, doubt: 'otherUnit' };
  if (own === unit || PERCENT.test(unit)) return { words: cell };
  if (PERCENT.test(own)) {
    if (CHANGE.test(before)) return { words: cell };
    return own === '%' ? { words: `增长${cell}`, doubt: 'growth' } : { words: cell, doubt: 'otherUnit' };
  }
  const from = splitUnit(own);
  const to = splitUnit(unit);
  const rest = behind.slice(own.length);
  // 1.2万 of what is counted by 个 can be nothing else.
  if (from.base === '' && to.magnitude === '') return { words: withUnit(own + unit, rest) };
  if (from.base === '')
    return from.magnitude === to.magnitude
      ? { words: withUnit(unit, rest) }
      : { words: withUnit(magnified(from.magnitude, unit), rest), doubt: 'magnitude' };
  return { words: cell, ...(from.base !== to.base && { doubt: 'otherUnit' as const }) };
}

/** 1.05万 where the unit is 亿元 is 1.05万亿元; 3亿 where it is 万元 is 3亿元. */
function magnified(magnitude: string, unit: string): string {
  return magnitude === '万' && unit.startsWith('亿')
    ? `${magnitude}${unit}`
    : `${magnitude}${splitUnit(unit).base}`;
}
