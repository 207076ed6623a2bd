/** A written amount → Quantity in the wanted unit; a bare number is in it already, for the heading names it. */
import { convertUnit } from '../../base/chinese/convert-unit.ts';
import { splitUnit } from '../../base/chinese/magnitude.ts';
import { isBlankValue } from '../../base/chinese/nothing.ts';
import { type Quantity, readQuantity } from '../../base/chinese/quantity.ts';
import type { Outcome } from '../../base/diagnostic.ts';
import { unreadableValue, valueLeftBlank, wrongUnit } from '../../base/messages/intake.ts';
import type { Origin } from '../../base/origin.ts';
import { inTermsOf, tellMeasureWord } from '../returns/number-cells.ts';

/** No value for a cell left blank in words; `what` names the cell in messages. */
export function readAmount(
  written: string | number,
  unit: string,
  what: string,
  at: Origin,
): Outcome<Quantity> {
  const raw = String(written);
  if (isBlankValue(raw)) return { value: undefined, diagnostics: [valueLeftBlank(at, what, raw)] };
  const read = readQuantity(raw, [unit]);
  if (!read.ok) return { value: undefined, diagnostics: [unreadableValue(at, what, raw, read.fault, unit)] };
  const said = read.quantity.unit;
  const quantity = { ...read.quantity, unit: inTermsOf(said, unit) };
  // “4千” in a column of 万元 may be 4千元 or 4千万元; nobody but the writer knows. “4亿” in one of 亿元 is that unit.
  const { magnitude, base } = splitUnit(quantity.unit);
  const own = splitUnit(unit).magnitude;
  const unclear = magnitude !== '' && base === '' && own !== '' && magnitude !== own;
  const value = unclear ? undefined : convertUnit(quantity, unit);
  return value
    ? { value, diagnostics: tellMeasureWord({ name: what, unit, raw, at }, said) }
    : { value: undefined, diagnostics: [wrongUnit(at, what, raw, unit)] };
}
