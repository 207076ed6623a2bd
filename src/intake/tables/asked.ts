/** Cells of the cities' returns held against what the form asks: amounts, prefilled columns, columns of words. */
import { convertUnit } from '../../base/chinese/convert-unit.ts';
import { formatAmount } from '../../base/chinese/format.ts';
import { type Quantity, readQuantity } from '../../base/chinese/quantity.ts';
import { comparisonKey } from '../../base/chinese/text.ts';
import { sameCount } from '../../base/chinese/units.ts';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import { valueFell } from '../../base/messages/cities.ts';
import {
  negativeValue,
  notWhole,
  suspectMagnitude,
  unitColumnChanged,
} from '../../base/messages/form-cells.ts';
import { growthAsIndex, increment, numberForText } from '../../base/messages/slips.ts';
import type { Origin } from '../../base/origin.ts';
import type { Figure } from '../../model/document/figure.ts';
import { brief } from '../formats/form-cells.ts';
import { cellText, type SheetCell } from '../formats/sheet.ts';
import type { ShownBefore } from '../returns/changed-before.ts';
import { overWhole, percentReadings, unclearPercent } from '../returns/number-cells.ts';
import { farFrom, writtenAsIndex } from '../returns/plausible.ts';
import { readAmount } from './amount.ts';

export interface Asked {
  /** As the form calls it, for messages. */
  name: string;
  unit: string;
  kind: 'cumulative' | 'stock' | 'ratio' | 'growth' | 'flow';
  /** What the same reporter gave for the period before, where that is known. */
  last?: Figure | undefined;
  /** What is filled in by mistake for a cumulative number. */
  alone?: '当季数' | '当月数';
}

/** An amount; without value, and told, where it can mean two things. What can hardly be meant is asked about. */
export function readAsked(written: string | number, asked: Asked, at: Origin): Outcome<Quantity> {
  const { name, unit, kind, last } = asked;
  const raw = String(written);
  const read = readAmount(written, unit, name, at);
  const { value, diagnostics } = read;
  if (!value) return read;
  const refuse = (problem: Diagnostic): Outcome<Quantity> => ({
    value: undefined,
    diagnostics: [...diagnostics, problem],
  });
  const cell = { name, unit, raw, at };
  const bare = readQuantity(raw, [unit]);
  if (unit === '%' && bare.ok && bare.quantity.unit === '') {
    const { plain, share } = percentReadings(bare.quantity);
    // What a ranking stands on is not guessed, though last quarter's value might tell.
    if (share) return refuse(unclearPercent(cell, plain, share));
  }
  const [over] = overWhole(cell, kind, value.value);
  if (over) return refuse(over);
  if (kind === 'growth')
    // A ranking stands on it: what may be an index is no growth.
    return last && writtenAsIndex(value.value, last.value)
      ? refuse(growthAsIndex(at, name, raw, formatAmount(last), 'error'))
      : read;
  const signed = kind === 'flow';
  if (/^\+\s*\d/.test(raw.normalize('NFKC').trim()) && !signed) return refuse(increment(at, name, raw));
  if (value.value < 0 && !signed)
    return { value, diagnostics: [...diagnostics, negativeValue(at, name, raw)] };
  // A half of a thing may well be a slip of magnitude besides.
  const broken = sameCount(unit, '个') && !Number.isInteger(value.value);
  const told = [...diagnostics, ...(broken ? [notWhole(at, name, raw, unit)] : [])];
  const before = last && convertUnit(last, unit)?.value;
  if (!last || before === undefined || signed) return { value, diagnostics: told };
  if (farFrom(value.value, before)) told.push(suspectMagnitude(at, name, raw, `上期的${formatAmount(last)}`));
  else if (kind === 'cumulative' && value.value < before)
    told.push(valueFell(at, `“${name}”`, [formatAmount(value), formatAmount(last)], asked.alone));
  return { value, diagnostics: told };
}

/** The value with the unit that the row's own column of units names; undefined, and told, where that is another one. */
export function inNamedUnit(
  value: string | number,
  unitCell: SheetCell | undefined,
  unit: string,
  diagnostics: Diagnostic[],
): string | number | undefined {
  const named = cellText(unitCell);
  if (!unitCell || named === '' || comparisonKey(named) === comparisonKey(unit)) return value;
  const one = readQuantity(`1${named}`, [unit]);
  if (!one.ok || !convertUnit(one.quantity, unit)) {
    diagnostics.push(unitColumnChanged(unitCell.at, named, unit));
    return undefined;
  }
  const read = readQuantity(String(value), [unit]);
  return read.ok && read.quantity.unit === '' ? `${value}${named}` : value;
}

/** A number alone in a column of words. */
export function tellNumbers(
  cells: readonly (readonly [SheetCell | undefined, string])[],
  wanted: string,
  diagnostics: Diagnostic[],
): void {
  for (const [cell, heading] of cells) {
    const read = cell && readQuantity(cellText(cell));
    if (cell && read?.ok && read.quantity.unit !== '%')
      diagnostics.push(numberForText(cell.at, heading, brief(cellText(cell)), wanted));
  }
}

/** The cell in which the form shows the value of the period before; `alone`: the one for this period's is empty. */
export function shownBefore(
  cell: SheetCell,
  { name, unit, last }: Pick<Asked, 'name' | 'unit' | 'last'>,
  alone: boolean,
): ShownBefore {
  const found = cellText(cell);
  const read = readQuantity(found, [unit]);
  const quantity = read.ok && { ...read.quantity, unit: read.quantity.unit || unit };
  const value = quantity && convertUnit(quantity, unit)?.value;
  const same = !quantity || value === (last && convertUnit(last, unit)?.value);
  return { at: cell.at, found, name, known: last && formatAmount(last), same, alone };
}
