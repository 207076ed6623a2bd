/** What holds for a number in any return, a unit's or a city's: measure words, and percentages without their sign. */
import { formatAmount } from '../../base/chinese/format.ts';
import { splitUnit } from '../../base/chinese/magnitude.ts';
import type { Quantity } from '../../base/chinese/quantity.ts';
import { mixesPersons, sameCount } from '../../base/chinese/units.ts';
import { decimalsOf, scale } from '../../base/decimal.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { aboveWhole, percentAmbiguous } from '../../base/messages/form-cells.ts';
import { measureWord, personsCounted } from '../../base/messages/intake.ts';
import type { Origin } from '../../base/origin.ts';

/** The cell in messages: what the form asks there, in which unit, and what was written. */
export interface NumberCell {
  name: string;
  unit: string;
  raw: string;
  at: Origin;
}

/** A bare number is in the wanted unit; 1.2万家 where 个 are asked is 1.2万个; 104万个 where 万 are asked is 104万. */
export function inTermsOf(written: string, wanted: string): string {
  if (written === '') return wanted;
  const from = splitUnit(written);
  const to = splitUnit(wanted);
  if (to.base === '' && from.magnitude !== '' && sameCount(from.base, '个')) return from.magnitude;
  return from.base !== to.base && sameCount(from.base, to.base) ? `${from.magnitude}${to.base}` : written;
}

/** Another measure word than the form's is told; one that counts people where things are asked is asked about. */
export function tellMeasureWord({ name, unit, raw, at }: NumberCell, written: string): Diagnostic[] {
  if (written === '' || inTermsOf(written, unit) === written) return [];
  const [from, to] = [splitUnit(written).base, splitUnit(unit).base];
  const tell = to !== '' && mixesPersons(from, to) ? personsCounted : measureWord;
  return [tell(at, name, raw, unit)];
}

/** A bare number beside “%”: 12.5 is 12.5% alone, 0.125 may be that (`share`) or 0.125%. */
export function percentReadings(bare: Quantity): { plain: Quantity; share: Quantity | undefined } {
  const plain: Quantity = { ...bare, unit: '%' };
  if (Math.abs(bare.value) > 1 || bare.value === 0) return { plain, share: undefined };
  const value = scale(bare.value, 2);
  return { plain, share: { ...plain, value, decimals: decimalsOf(value) } };
}

export const unclearPercent = ({ name, raw, at }: NumberCell, plain: Quantity, share: Quantity): Diagnostic =>
  percentAmbiguous(at, name, raw, formatAmount(plain), formatAmount(share));

/** A share of more than the whole, which nothing has. @param value in the wanted unit */
export const overWhole = ({ name, unit, raw, at }: NumberCell, kind: string, value: number): Diagnostic[] =>
  kind === 'ratio' && unit === '%' && value > 100 ? [aboveWhole(at, name, raw)] : [];
