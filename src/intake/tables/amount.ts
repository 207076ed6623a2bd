/** A written amount → Quantity in the wanted unit; a bare number is in it already, for the heading names it. */

import { convertUnit } from '../../base/chinese/convert-unit.ts';
import { splitUnit } from '../../base/chinese/magnitude.ts';
import { type Quantity, readQuantity } from '../../base/chinese/quantity.ts';
import { comparisonKey } from '../../base/chinese/text.ts';
import type { Outcome } from '../../base/diagnostic.ts';
import { unreadableValue, valueLeftBlank, wrongUnit } from '../../base/messages/intake.ts';
import type { Origin } from '../../base/origin.ts';

/** What people put into a cell to say that there is nothing to report. */
const BLANK_WORDS = ['-', '—', '——', '/', '无', '暂无', '未统计', '暂无数据'];

/** No value for a cell left blank in words; `what` names the cell in messages. */
export function readAmount(
  written: string | number,
  unit: string,
  what: string,
  at: Origin,
): Outcome<Quantity> {
  const raw = String(written);
  if (BLANK_WORDS.includes(comparisonKey(raw)))
    return { value: undefined, diagnostics: [valueLeftBlank(at, what, raw)] };
  const read = readQuantity(raw, [unit]);
  if (!read.ok) return { value: undefined, diagnostics: [unreadableValue(at, what, raw, read.fault, unit)] };
  // “4千” in a column of 万元 may be 4千元 or 4千万元; nobody but the writer knows.
  const { magnitude, base } = splitUnit(read.quantity.unit);
  const unclear = magnitude !== '' && base === '' && splitUnit(unit).magnitude !== '';
  const value = unclear ? undefined : convertUnit(read.quantity, unit);
  return value
    ? { value, diagnostics: [] }
    : { value: undefined, diagnostics: [wrongUnit(at, what, raw, unit)] };
}
