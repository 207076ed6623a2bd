/** Units with a magnitude in front: 万个 = 10 000 个, 亿元 = 100 000 000 元. */
import { decimalsOf, scale } from '../decimal.ts';
import type { Quantity } from './quantity.ts';

/** Longest first, so that 万亿 is not read as 万. The number is the power of ten. */
const MAGNITUDES: readonly (readonly [string, number])[] = [
  ['万亿', 12],
  ['千亿', 11],
  ['百亿', 10],
  ['十亿', 9],
  ['千万', 7],
  ['百万', 6],
  ['十万', 5],
  ['亿', 8],
  ['万', 4],
  ['千', 3],
];
/** Units of measurement that begin with 千 as part of their name. */
const OWN_THOUSAND = /^千[米克瓦兆卡伏]/;

export interface SplitUnit {
  /** 万, 亿, 千 …; empty for none. */
  magnitude: string;
  /** Power of ten of the magnitude. */
  exponent: number;
  /** 个, 元, % …; empty for a bare magnitude. */
  base: string;
}

/** 万个 → 万 (10⁴) and 个; % → no magnitude and %. */
export function splitUnit(unit: string): SplitUnit {
  if (!OWN_THOUSAND.test(unit)) {
    for (const [magnitude, exponent] of MAGNITUDES) {
      if (unit.startsWith(magnitude)) return { magnitude, exponent, base: unit.slice(magnitude.length) };
    }
  }
  return { magnitude: '', exponent: 0, base: unit };
}

/**
 * The same quantity in another unit of the same base: 12000个 → 1.2万个. Undefined when the bases differ (个 and 家).
 * A bare number takes the wanted unit whole (the form names the unit beside the cell); a bare magnitude (1.2万) takes
 * its base. Decimals never grow beyond what the value needs.
 */
export function convertUnit(quantity: Quantity, unit: string): Quantity | undefined {
  if (quantity.unit === unit || quantity.unit === '') return { ...quantity, unit };
  const from = splitUnit(quantity.unit);
  const to = splitUnit(unit);
  if (from.base !== to.base && from.base !== '') return undefined;
  const shift = from.exponent - to.exponent;
  const value = scale(quantity.value, shift);
  return { ...quantity, value, unit, decimals: shift === 0 ? quantity.decimals : decimalsOf(value) };
}
