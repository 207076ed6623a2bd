/** Values that can be read but can't be meant, or are fifty times off what is known: probably a slip; asked about while the unit is at hand. */
import { convertUnit } from '../../base/chinese/convert-unit.ts';
import { formatAmount } from '../../base/chinese/format.ts';
import { sameCount } from '../../base/chinese/units.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { negativeValue, notWhole, suspectMagnitude } from '../../base/messages/form-cells.ts';
import { growthAsIndex, increment } from '../../base/messages/slips.ts';
import type { Figure } from '../../model/document/figure.ts';
import { statesChange, type Target } from '../../model/plan/target.ts';
import { TASK_COLUMNS } from '../../model/returns/form.ts';
import { reportedValues, type Submission } from '../../model/returns/submission.ts';
import type { PlanIndex } from '../plan/plan-index.ts';
import { tellAllAsBefore } from './all-as-before.ts';
import { farFrom, writtenAsIndex } from './plausible.ts';

const PREVIOUS = TASK_COLUMNS.find(({ key }) => key === 'previous')?.heading ?? '';

/** Growth swings widely, but hardly to ten times. */
const WILD_GROWTH = 1000;

/** Warnings and errors: the values are kept as they were read, and the ledger doubts those that can't be. */
export function suspects(
  submission: Submission,
  previous: Submission | undefined,
  index: PlanIndex,
): Diagnostic[] {
  const targets = new Map<string, Target>();
  for (const task of index.tasks.values()) for (const target of task.targets) targets.set(target.id, target);
  for (const goal of index.goals.values()) if (goal.target) targets.set(goal.target.id, goal.target);
  const before = new Map(reportedValues(previous).map((value) => [value.target, value.figure]));
  const reported = reportedValues(submission);
  const told = reported.flatMap(({ target: id, figure }) => {
    const target = targets.get(id);
    if (!target || target.operator === 'yesNo') return [];
    const value = convertUnit(figure, target.unit)?.value;
    const { provenance } = figure;
    if (value === undefined || provenance.kind !== 'submission') return [];
    if (target.kind === 'growth') {
      const last = before.get(id);
      if (last && writtenAsIndex(value, last.value))
        return [growthAsIndex(provenance.at, target.name, provenance.raw, formatAmount(last))];
      if (Math.abs(value) < WILD_GROWTH) return [];
      const words = `年度目标${target.value}${target.unit}`;
      return [suspectMagnitude(provenance.at, target.name, provenance.raw, words, asRead(figure, target))];
    }
    const change = statesChange(target);
    if (!change && /^\+\s*\d/.test(provenance.raw.normalize('NFKC').trim()))
      return [increment(provenance.at, target.name, provenance.raw)];
    if (!change && value < 0) return [negativeValue(provenance.at, target.name, provenance.raw)];
    if (sameCount(target.unit, '个') && Number.isInteger(target.value) && !Number.isInteger(value))
      return [notWhole(provenance.at, target.name, provenance.raw, target.unit)];
    const reference = known(target, before.get(id));
    if (!reference || !farFrom(value, reference.value)) return [];
    // Little against the whole year's target is a slow start, not a slip.
    if (!reference.tellsLow && value < reference.value) return [];
    const read = asRead(figure, target);
    return [suspectMagnitude(provenance.at, target.name, provenance.raw, reference.words, read)];
  });
  const values = reported.map(({ target, figure }) => {
    const last = before.get(target);
    return { now: figure, last: last && convertUnit(last, figure.unit) };
  });
  return [...told, ...tellAllAsBefore(values, PREVIOUS)];
}

/** What was typed is not what was taken for it where a unit stands above the column or beside the row, or is left out. */
function asRead(figure: Figure, target: Target): string {
  const { provenance } = figure;
  const { raw = '', conversions = [] } = provenance.kind === 'submission' ? provenance : {};
  const own = formatAmount(convertUnit(figure, target.unit) ?? figure);
  if (raw.trim() === own) return '';
  const named = conversions.filter((words) => words.startsWith('计量单位'));
  return `${named.length > 0 ? `（${named.join('，')}）` : ''}读作${own}`;
}

interface Reference {
  value: number;
  words: string;
  /** Whether a much smaller value is suspect too. */
  tellsLow: boolean;
}

function known(target: Target, last: Figure | undefined): Reference | undefined {
  const figure = last && convertUnit(last, target.unit);
  if (last && figure && figure.value > 0)
    return { value: figure.value, words: `上季度的${formatAmount(last)}`, tellsLow: true };
  const { baseline, unit } = target;
  if (baseline && baseline.value > 0)
    return { value: baseline.value, words: `年初的${baseline.value}${unit}`, tellsLow: true };
  return { value: target.upper ?? target.value, words: `年度目标${target.value}${unit}`, tellsLow: false };
}
