/** A quantity brought to another unit of the same base. */
import { decimalsOf, scale } from '../decimal.ts';
import { splitUnit } from './magnitude.ts';
import type { Quantity } from './quantity.ts';

const SHARES: readonly string[] = ['%', '‰', '百分点', '个百分点'];

/**
 * The same quantity in another unit of the same base: 12000个 → 1.2万个. Undefined when the bases differ (个 and 家).
 * A bare number takes the wanted unit whole (the form names the unit beside the cell); a bare magnitude (1.2万) takes
 * its base, but is no share of anything: nobody means 1.2亿%. Decimals never grow beyond what the value needs.
 */
export function convertUnit(quantity: Quantity, unit: string): Quantity | undefined {
  if (quantity.unit === unit || quantity.unit === '') return { ...quantity, unit };
  const from = splitUnit(quantity.unit);
  const to = splitUnit(unit);
  if (from.base !== to.base && from.base !== '') return undefined;
  if (from.base === '' && SHARES.includes(to.base)) return undefined;
  const shift = from.exponent - to.exponent;
  const value = scale(quantity.value, shift);
  return { ...quantity, value, unit, decimals: shift === 0 ? quantity.decimals : decimalsOf(value) };
}
