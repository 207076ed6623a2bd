/** Reported values as written → Figures that remember what was written, where and by whom. */
import { convertUnit } from '../../base/chinese/convert-unit.ts';
import { formatAmount, formatNumber, formatQuantity } from '../../base/chinese/format.ts';
import { splitUnit } from '../../base/chinese/magnitude.ts';
import { isBlankValue, saysNothing } from '../../base/chinese/nothing.ts';
import { type Quantity, readQuantity } from '../../base/chinese/quantity.ts';
import { comparisonKey } from '../../base/chinese/text.ts';
import { decimalsOf, scale } from '../../base/decimal.ts';
import { magnitudeAmbiguous, neitherYesNorNo, valueConverted } from '../../base/messages/form-cells.ts';
import { unknownTarget, unreadableValue, valueLeftBlank, wrongUnit } from '../../base/messages/intake.ts';
import type { Origin } from '../../base/origin.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { Target } from '../../model/plan/target.ts';
import type { ReportedValue } from '../../model/returns/submission.ts';
import type { Path } from '../located/located.ts';
import {
  inTermsOf,
  type NumberCell,
  overWhole,
  percentReadings,
  tellMeasureWord,
  unclearPercent,
} from './number-cells.ts';
import { believable, references } from './plausible.ts';
import type { Reading } from './reading.ts';

/** For targets that are either reached or not. */
const YES_NO: Partial<Record<string, number>> = {
  是: 1,
  已完成: 1,
  完成: 1,
  已实现: 1,
  '√': 1,
  否: 0,
  未完成: 0,
  未实现: 0,
  '×': 0,
};

interface WrittenValues {
  values: Record<string, string | number>;
  sources: Record<string, string>;
}

/**
 * The values of a task's or goal's entry, in the order of the plan's targets. A value keeps the magnitude it was written
 * in (1.2万个 stays 1.2 万个); a bare number is in the target's unit, which the form names beside the cell.
 */
export function readValues(
  reading: Reading,
  entry: Path,
  written: WrittenValues,
  targets: readonly Target[],
  subject: string,
): ReportedValue[] {
  const ids = targets.map((target) => target.id);
  for (const id of [...Object.keys(written.values), ...Object.keys(written.sources)]) {
    const field = id in written.values ? 'values' : 'sources';
    const at = reading.written.located.atKey([...entry, field, id]);
    if (!ids.includes(id)) reading.problems.push(unknownTarget(at, id, subject, ids));
  }
  return targets.flatMap((target) => {
    const figure = readFigure(reading, entry, written, target);
    return figure ? [{ target: target.id, figure }] : [];
  });
}

/** One value on its way from what was written to a figure. */
interface Value {
  target: Target;
  /** What the cell held. */
  raw: string;
  at: Origin;
  problems: Reading['problems'];
  known: number[];
  conversions: string[];
}

function readFigure(
  reading: Reading,
  entry: Path,
  written: WrittenValues,
  target: Target,
): Figure | undefined {
  const given = written.values[target.id];
  if (given === undefined) return undefined;
  const { located, content } = reading.written;
  const path = [...entry, 'values', target.id];
  const raw = located.raw(path) ?? String(given);
  const value: Value = {
    target,
    raw,
    at: located.at(path),
    problems: reading.problems,
    known: references(target, reading.last(target.id)),
    conversions: [...(located.conversions?.(path) ?? [])],
  };
  const text = typeof given === 'string' ? given : raw;
  const quantity = readWritten(value, text, reading.index.measures);
  if (!quantity) {
    if (!isBlankValue(text)) reading.refused.add(target.id);
    return undefined;
  }
  tellConversions(value, text, quantity);
  const named = written.sources[target.id];
  const source = named === undefined || saysNothing(named) ? undefined : named;
  return {
    ...quantity,
    provenance: {
      kind: 'submission',
      at: value.at,
      unit: reading.unit,
      receivedAt: content.receivedAt,
      raw,
      ...(value.conversions.length > 0 ? { conversions: value.conversions } : {}),
      // A published fact in a made-up return is still a fact.
      demo: content.demo !== undefined && source === undefined,
      ...(source === undefined ? {} : { source }),
    },
  };
}

/** In the unit as written, convertible to the target's; undefined, and told, for what is no such value. */
function readWritten(value: Value, text: string, measures: readonly string[]): Quantity | undefined {
  const { target, raw, at, problems } = value;
  const key = comparisonKey(text);
  if (isBlankValue(text)) {
    if (key !== '') problems.push(valueLeftBlank(at, target.name, raw));
    return undefined;
  }
  const yesNo = target.operator === 'yesNo' ? YES_NO[key] : undefined;
  const read = readQuantity(yesNo ?? text, measures);
  if (!read.ok && target.operator === 'yesNo') {
    problems.push(neitherYesNorNo(at, target.name, raw));
    return undefined;
  }
  if (!read.ok) {
    problems.push(unreadableValue(at, target.name, raw, read.fault, target.unit));
    return undefined;
  }
  const cell = { name: target.name, unit: target.unit, raw, at };
  if (read.quantity.unit === '' && target.unit === '%') return readBarePercent(value, cell, read.quantity);
  const unit = inTermsOf(read.quantity.unit, target.unit);
  const quantity = { ...read.quantity, unit };
  const same = convertUnit(quantity, target.unit);
  if (target.operator === 'yesNo' && same?.value !== 0 && same?.value !== 1) {
    problems.push(neitherYesNorNo(at, target.name, raw));
    return undefined;
  }
  if (!same) {
    problems.push(wrongUnit(at, target.name, raw, target.unit));
    return undefined;
  }
  const over = overWhole(cell, target.kind, same.value);
  problems.push(...over);
  if (over.length > 0) return undefined;
  if (
    read.quantity.unit !== '' &&
    splitUnit(read.quantity.unit).base === '' &&
    read.quantity.unit !== target.unit
  )
    return readBareMagnitude(value, quantity);
  problems.push(...tellMeasureWord(cell, read.quantity.unit));
  return quantity;
}

/** Which of two readings is meant, what is known may tell. */
function readBarePercent(value: Value, cell: NumberCell, bare: Quantity): Quantity | undefined {
  const { target, problems, known, conversions } = value;
  const { plain, share } = percentReadings(bare);
  if (!share) {
    const over = overWhole(cell, target.kind, bare.value);
    problems.push(...over);
    return over.length > 0 ? undefined : plain;
  }
  // Growth swings too widely for last quarter to tell; a mere 1 may also stand for “done”.
  const unclear = target.kind === 'growth' || bare.value === 1;
  const taken = unclear ? undefined : believable([plain.value, share.value], known);
  if (taken === undefined) {
    problems.push(unclearPercent(cell, plain, share));
    return undefined;
  }
  if (taken.reading === plain.value) return plain;
  conversions.push(`按小数形式的百分数读作${formatAmount(share)}（与已知的${taken.reference}%相近）`);
  return share;
}

/** 1.2万 beside 亿元: 1.2万元 or 1.2万亿元; 5000万 beside 亿条 can only be 5000万条 if that is near what is known. */
function readBareMagnitude(value: Value, quantity: Quantity): Quantity | undefined {
  const { target, raw, at, problems, known, conversions } = value;
  const from = splitUnit(quantity.unit);
  const to = splitUnit(target.unit);
  const own: Quantity = { ...quantity, unit: `${from.magnitude}${to.base}` };
  if (from.exponent >= to.exponent) return own;
  const inTarget = convertUnit(own, target.unit)?.value ?? 0;
  const stacked = scale(quantity.value, from.exponent);
  const taken = believable([inTarget, stacked], known);
  const whole: Quantity = { ...quantity, value: stacked, unit: target.unit, decimals: decimalsOf(stacked) };
  if (taken === undefined) {
    problems.push(
      magnitudeAmbiguous(at, target.name, raw, formatAmount(own), `${formatNumber(whole)}${target.unit}`),
    );
    return undefined;
  }
  const result = taken.reading === inTarget ? own : whole;
  conversions.push(`读作${formatAmount(result)}（与已知的${taken.reference}${target.unit}相近）`);
  return result;
}

/** Whatever is not the number as it was typed is recorded, and told. */
function tellConversions(value: Value, text: string, quantity: Quantity): void {
  const { target, raw, at, problems, conversions } = value;
  const clean = text.trim().replace(/^-/, '−');
  const spelled = [formatNumber(quantity), formatAmount(quantity), formatQuantity(quantity)];
  const told = conversions.some((words) => words.startsWith('读作') || words.includes('百分数读作'));
  if (!told && !spelled.includes(clean) && target.operator !== 'yesNo')
    conversions.push(`读作${formatQuantity(quantity)}`);
  const converted = quantity.unit === target.unit ? undefined : convertUnit(quantity, target.unit);
  if (converted) conversions.push(`合${formatAmount(converted)}`);
  if (conversions.length > 0) problems.push(valueConverted(at, target.name, raw, conversions));
}
