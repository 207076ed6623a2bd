/**
 * What became of the cells that the form was sent out with. A value typed over last quarter's instead of beside it, a
 * column pasted one too far to the left, last quarter's form with its period changed: all show there.
 */
import { convertUnit } from '../../base/chinese/convert-unit.ts';
import { formatQuantity } from '../../base/chinese/format.ts';
import { readQuantity } from '../../base/chinese/quantity.ts';
import { comparisonKey, similarity } from '../../base/chinese/text.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { filledBeside, oldTexts, rowsMixed } from '../../base/messages/slips.ts';
import type { Figure } from '../../model/document/figure.ts';
import { revisionsOf } from '../../model/plan/revision.ts';
import type { Target } from '../../model/plan/target.ts';
import { SILENT_BEFORE } from '../../model/returns/form.ts';
import { reportedValues, type Submission } from '../../model/returns/submission.ts';
import type { Prefilled } from '../located/located.ts';
import type { PlanIndex } from '../plan/plan-index.ts';
import { changedBefore, isOldForm } from './changed-before.ts';

/** Below, a text is not last quarter's. */
const SAME_TEXT = 0.6;
/** From here on, a text is that of another row. */
const COPIED = 0.9;
const SHORTENED = 20;

/** `previous` is the unit's return of the quarter before; without it only the units of measurement are looked at. */
export function changedPrefilled(
  prefilled: readonly Prefilled[],
  previous: Submission | undefined,
  index: PlanIndex,
): Diagnostic[] {
  const { targets } = index;
  return [
    ...prefilled.flatMap((cell) => movedUnit(cell, targets)),
    ...prefilled.flatMap((cell) => movedNumber(cell, targets)),
    ...(previous ? changedValues(prefilled, previous, targets) : []),
    ...(previous ? prefilled.flatMap((cell) => movedProgress(cell, previous)) : []),
    ...(previous ? changedTexts(prefilled, previous) : []),
  ];
}

/** A number in the column of units, and none in that of values. */
function movedUnit(cell: Prefilled, targets: ReadonlyMap<string, Target>): Diagnostic[] {
  const target = cell.what === 'unit' && cell.alone ? targets.get(cell.of) : undefined;
  const own = target && comparisonKey(target.unit) === comparisonKey(cell.text);
  if (!target || own || !readQuantity(cell.text, [target.unit]).ok) return [];
  return [filledBeside(cell.at, cell.text, '计量单位', '本季度累计值')];
}

/** A number in a column of words, or instead of the plan's number. */
function movedNumber(cell: Prefilled, targets: ReadonlyMap<string, Target>): Diagnostic[] {
  const target = targets.get(cell.of);
  const read = cell.what === 'words' ? readQuantity(cell.text, target ? [target.unit] : []) : undefined;
  if (!read?.ok || cell.heading === undefined) return [];
  const quantity = { ...read.quantity, unit: read.quantity.unit || (target?.unit ?? '') };
  const value = target && convertUnit(quantity, target.unit)?.value;
  if (target && value !== undefined && plansNumbers(target).includes(value)) return [];
  return [filledBeside(cell.at, cell.text, cell.heading, '本季度累计值')];
}

/** Also those that a form says which was sent out before the target was changed. */
const plansNumbers = (target: Target): (number | undefined)[] =>
  [target, ...revisionsOf(target).map(({ before }) => before)].flatMap(({ value, upper }) => [value, upper]);

function changedValues(
  prefilled: readonly Prefilled[],
  previous: Submission,
  targets: ReadonlyMap<string, Target>,
): Diagnostic[] {
  const figures = new Map(reportedValues(previous).map(({ target, figure }) => [target, figure]));
  const shown = prefilled.flatMap((cell) => {
    const { at, text: found, alone } = cell;
    const target = cell.what === 'previous' ? targets.get(cell.of) : undefined;
    const figure = target && figures.get(target.id);
    const known = figure && formatQuantity(figure);
    return target ? [{ at, found, name: target.name, known, same: says(found, target, figure), alone }] : [];
  });
  return changedBefore(shown, '上季度累计值', '本季度累计值');
}

function says(text: string, target: Target, figure: Figure | undefined): boolean {
  if (!figure) return false;
  if (comparisonKey(text) === comparisonKey(formatQuantity(figure))) return true;
  const read = readQuantity(text, [target.unit]);
  if (!read.ok) return false;
  const quantity = { ...read.quantity, unit: read.quantity.unit || target.unit };
  return convertUnit(quantity, target.unit)?.value === convertUnit(figure, target.unit)?.value;
}

/** Columns sorted apart from others, and a form of another quarter, show where last quarter's texts stand. */
function changedTexts(prefilled: readonly Prefilled[], previous: Submission): Diagnostic[] {
  const texts = textsOf(previous);
  const shown = prefilled.flatMap((cell) => {
    const own = cell.what === 'previousProgress' ? texts.get(cell.of) : undefined;
    return own && cell.text !== SILENT_BEFORE ? [{ cell, own, text: bareText(cell) }] : [];
  });
  const changed = shown.filter(({ own, text }) => similarity(text, own) < SAME_TEXT);
  const [first] = changed;
  if (!first || !isOldForm(changed, shown)) return [];
  const moved = changed.flatMap(({ cell, text }) => {
    const other = [...texts].find(([of, known]) => of !== cell.of && similarity(text, known) >= COPIED)?.[0];
    return other === undefined ? [] : [{ cell, other }];
  });
  const [one] = moved;
  return one && moved.length * 2 >= changed.length
    ? [rowsMixed(one.cell.at, moved.length, nameOf(one.cell.of), nameOf(one.other))]
    : [oldTexts(first.cell.at, changed.length, nameOf(first.cell.of))];
}

const nameOf = (of: string): string => (/^\d+$/.test(of) ? `第${of}项任务` : `年度目标${of}`);
const bareText = ({ text }: Prefilled): string => text.replace(/^〔[^〕]*〕/, '');

/** Progress as reported, by task number or goal. */
const textsOf = ({ tasks, goals }: Submission): Map<string, string> =>
  new Map([
    ...tasks.flatMap(({ task, progress }) => (progress ? [[String(task), progress.value] as const] : [])),
    ...goals.flatMap(({ goal, progress }) => (progress ? [[goal, progress.value] as const] : [])),
  ]);

/** This quarter's text over last quarter's, and none beside it. */
function movedProgress(cell: Prefilled, previous: Submission): Diagnostic[] {
  if (cell.what !== 'previousProgress' || !cell.alone) return [];
  const own = textsOf(previous).get(cell.of) ?? '';
  if (similarity(bareText(cell), own) >= SAME_TEXT) return [];
  const text = [...cell.text];
  const brief = text.length > SHORTENED ? `${text.slice(0, SHORTENED).join('')}…` : cell.text;
  return [filledBeside(cell.at, brief, '上季度进展情况', '进展情况')];
}
