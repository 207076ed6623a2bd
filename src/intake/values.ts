/** Reported values as written → Figures that remember what was written, where and by whom. */
import { convertUnit, splitUnit } from '../base/chinese/magnitude.ts';
import { readQuantity } from '../base/chinese/quantity.ts';
import { comparisonKey } from '../base/chinese/text.ts';
import { sameCount } from '../base/chinese/units.ts';
import {
  measureWord,
  unknownTarget,
  unreadableValue,
  valueLeftBlank,
  wrongUnit,
} from '../base/messages/intake.ts';
import type { Figure } from '../model/figure.ts';
import type { ReportedValue } from '../model/submission.ts';
import type { Target } from '../model/target.ts';
import type { Path } from './located.ts';
import type { Reading } from './normalise.ts';

/** What people put into a cell to say that there is nothing to report. */
const BLANK_WORDS = ['', '-', '—', '——', '/', '无', '暂无', '未统计', '暂无数据'];
/** For targets that are either reached or not. */
const YES_NO: Partial<Record<string, number>> = { 是: 1, 已完成: 1, 否: 0, 未完成: 0 };

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

function readFigure(
  reading: Reading,
  entry: Path,
  written: WrittenValues,
  target: Target,
): Figure | undefined {
  const value = written.values[target.id];
  if (value === undefined) return undefined;
  const { located, content } = reading.written;
  const path = [...entry, 'values', target.id];
  const at = located.at(path);
  const raw = located.raw(path) ?? String(value);
  const key = comparisonKey(raw);
  if (BLANK_WORDS.includes(key)) {
    if (key !== '') reading.problems.push(valueLeftBlank(at, target.name, raw));
    return undefined;
  }
  const yesNo = target.operator === 'yesNo' ? YES_NO[key] : undefined;
  const read = readQuantity(yesNo ?? raw, reading.index.measures);
  if (!read.ok) {
    reading.problems.push(unreadableValue(at, target.name, raw, read.fault, target.unit));
    return undefined;
  }
  const unit = inTermsOf(read.quantity.unit, target.unit);
  const quantity = { ...read.quantity, unit };
  if (!convertUnit(quantity, target.unit)) {
    reading.problems.push(wrongUnit(at, target.name, raw, target.unit));
    return undefined;
  }
  if (read.quantity.unit !== '' && unit !== read.quantity.unit) {
    reading.problems.push(measureWord(at, target.name, raw, target.unit));
  }
  const source = written.sources[target.id];
  return {
    ...quantity,
    provenance: {
      kind: 'submission',
      at,
      unit: reading.unit,
      receivedAt: content.receivedAt,
      raw,
      // A published fact in a made-up return is still a fact.
      demo: content.demo !== undefined && source === undefined,
      ...(source === undefined ? {} : { source }),
    },
  };
}

/** A bare number is in the target's unit; 1.2万家 of a target in 个 is 1.2万个. */
function inTermsOf(written: string, wanted: string): string {
  if (written === '') return wanted;
  const from = splitUnit(written);
  const to = splitUnit(wanted);
  return from.base !== to.base && sameCount(from.base, to.base) ? `${from.magnitude}${to.base}` : written;
}
