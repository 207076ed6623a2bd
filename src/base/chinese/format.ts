/** Writing quantities for a page: the digits that were given, never more; no thousands separators in running text. */
import { decimalsOf, toFixed } from '../decimal.ts';
import { splitUnit } from './magnitude.ts';
import type { Qualifier, Quantity } from './quantity.ts';

const FOLLOWING: readonly Qualifier[] = ['以上', '左右', '以下'];

/** Digits only: 1.20, 12000, −3.5. Plain notation; 万/亿 are never mixed with separators (GB/T 15835, 5.1). */
export function formatNumber(quantity: Pick<Quantity, 'value' | 'decimals'>): string {
  return toFixed(quantity.value, quantity.decimals).replace('-', '−');
}

/** Number and unit, without qualifier: 1.2万个, 98.7%, 12.5个百分点. */
export function formatAmount(quantity: Pick<Quantity, 'value' | 'decimals' | 'unit'>): string {
  return `${formatNumber(quantity)}${quantity.unit === '百分点' ? '个百分点' : quantity.unit}`;
}

/**
 * 2—3条, 15%—30%, 9亿—16亿元: per cent signs and 万, 亿 belong to both numbers (GB/T 15835-2011); `to` is undefined for a
 * number alone.
 */
export function formatRange(from: number, to: number | undefined, unit: string): string {
  const amount = (value: number, of: string): string =>
    formatAmount({ value, decimals: decimalsOf(value), unit: of });
  if (to === undefined) return amount(from, unit);
  const { magnitude } = splitUnit(unit);
  return `${amount(from, /^[%‰]$/.test(unit) ? unit : magnitude)}—${amount(to, unit)}`;
}

/** As it was submitted, normalised in spelling: 约1.2万个, 超过1亿条, 500个以上. */
export function formatQuantity(quantity: Quantity): string {
  const { qualifier } = quantity;
  const amount = formatAmount(quantity);
  return FOLLOWING.includes(qualifier) ? `${amount}${qualifier}` : `${qualifier}${amount}`;
}

/** A difference: +5.0, −12.3; one that shows as nought has no sign: 0.0. */
export function formatSigned({ value, decimals }: Pick<Quantity, 'value' | 'decimals'>): string {
  const written = formatNumber({ value, decimals });
  return Number(toFixed(value, decimals)) > 0 ? `+${written}` : written;
}
