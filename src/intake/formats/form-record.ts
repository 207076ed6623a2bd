/** What the cells of a row say → values, texts and requests of an entry. */
import { convertUnit } from '../../base/chinese/convert-unit.ts';
import { readQuantity } from '../../base/chinese/quantity.ts';
import { comparisonKey } from '../../base/chinese/text.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { rowTwice, unitColumnChanged } from '../../base/messages/form-cells.ts';
import { coordinationLines } from '../../base/messages/intake.ts';
import { numberForText, sourceWithoutValue } from '../../base/messages/slips.ts';
import type { Target } from '../../model/plan/target.ts';
import {
  GOAL_COLUMNS,
  type GoalColumnKey,
  LINE_SEPARATOR,
  TASK_COLUMNS,
  type TaskColumnKey,
} from '../../model/returns/form.ts';
import type { HeldCell, Path, Prefilled } from '../located/located.ts';
import type { PlanIndex } from '../plan/plan-index.ts';
import { brief, evidenceOf, heldValue, tellDoubtfulSource, tellUnfinished, textOf } from './form-cells.ts';
import type { Head } from './form-head.ts';
import { rowTarget } from './form-match.ts';
import type { Cells } from './form-table.ts';
import type { Recorder } from './recorder.ts';
import { cellText, type SheetCell } from './sheet.ts';

/** What the reading of a form works with, and what comes of it. */
export interface FormReading {
  index: PlanIndex;
  record: Recorder;
  /** What the form had printed into the rows; grows as they are read. */
  prefilled: Prefilled[];
  /** What was filled in, read or not; grows as well. */
  held: HeldCell[];
  diagnostics: Diagnostic[];
}

/** Where merged cells were split, further lines of a text stand in the rows below; lines copied down count once. */
export function appendText(reading: FormReading, path: Path, key: string, cell: SheetCell | undefined): void {
  if (!cell) return;
  const { record, diagnostics } = reading;
  const own = (key === 'evidence' ? evidenceOf : textOf)(cell, diagnostics);
  tellNumber(key, cell, own, diagnostics);
  if (own && !CHOSEN.includes(key) && key !== 'evidence') tellUnfinished(cell.at, own, diagnostics);
  const before = record.located.raw(path);
  if (!own || before === own) return;
  const text = before ? `${before}${LINE_SEPARATOR}${own}` : own;
  record.set(path, text, before ? record.located.at(path) : cell.at, text);
}

/** A number alone in a column of words was meant for another column. */
function tellNumber(key: string, cell: SheetCell, text: string | undefined, diagnostics: Diagnostic[]): void {
  const heading = [...TASK_COLUMNS, ...GOAL_COLUMNS].find((column) => column.key === key)?.heading;
  if (text && heading && readQuantity(text).ok && !CHOSEN.includes(key))
    diagnostics.push(numberForText(cell.at, heading, brief(text)));
}

/** Filled in from a list: everything else in them is told anyway. */
const CHOSEN = ['stage', 'selfAssessment'];

/** Whose numbers stand in a row. */
export interface RowOwner {
  /** Of its entry. */
  path: Path;
  /** Those that the number may be of. */
  targets: readonly Target[];
  /** 第3项任务, as messages name it. */
  called: string;
}

/** A number without a unit is in the unit that the heading or the row names, if it was changed there. */
export function recordValue(
  cells: Cells<TaskColumnKey>,
  { path, targets, called }: RowOwner,
  head: Head<TaskColumnKey> | Head<GoalColumnKey>,
  reading: FormReading,
): void {
  const { record, diagnostics } = reading;
  const { value, source } = cells;
  const at = (value ?? source)?.at;
  if (!at) return;
  const id = rowTarget(cells, targets, called, at, diagnostics);
  if (id === undefined) return;
  const target = targets.find((candidate) => candidate.id === id);
  const read = value && heldValue(value, diagnostics);
  if (value && read) {
    const twice = record.located.raw([...path, 'values', id]);
    if (twice !== undefined && twice !== read.value) {
      diagnostics.push(rowTwice(value.at, Number(/\d+/.exec(id)?.[0])));
      return;
    }
    const remark = head.columns.find((c) => c.column.key === 'value')?.remark ?? '';
    // A unit above the whole column is not meant for rows in other units, nor a magnitude (万) for percentages.
    const above = target && target.unit !== '%' && convertible(remark, target) ? remark : '';
    const named = target && namedUnit(target, [above, cellText(cells.unit)]);
    const bare = /^[-+约近超]*[\d,.\s]+$/.test(read.value.normalize('NFKC'));
    if (named === null && bare) {
      diagnostics.push(
        unitColumnChanged(cells.unit?.at ?? value.at, cellText(cells.unit), target?.unit ?? ''),
      );
      return;
    }
    const conversions = [...read.conversions];
    if (named && bare) conversions.push(`计量单位按表内所写的“${named}”`);
    const text = named && bare ? `${read.value}${named}` : read.value;
    record.set([...path, 'values', id], text, value.at, read.value, conversions);
  }
  if (source) {
    const text = textOf(source, diagnostics);
    // A column that could not be found has been told.
    if (text && !value && head.columns.some((c) => c.column.key === 'value'))
      diagnostics.push(sourceWithoutValue(source.at, brief(text)));
    else if (text) tellDoubtfulSource(source.at, text, diagnostics);
    if (text) record.set([...path, 'sources', id], text, source.at);
  }
}

/** A unit written in the form that is not the plan's; null when the two can't be converted, undefined for none. */
function namedUnit(target: Target, written: readonly string[]): string | null | undefined {
  const same = (text: string): boolean => comparisonKey(text) === comparisonKey(target.unit);
  const unit = written.find(
    (text) => text !== '' && !same(text) && readQuantity(`1${text}`, [target.unit]).ok,
  );
  const strange = written[1] !== undefined && written[1] !== '' && !same(written[1]);
  if (unit === undefined) return strange ? null : undefined;
  return convertible(unit, target) ? unit : null;
}

const convertible = (unit: string, target: Target): boolean =>
  convertUnit({ value: 1, unit, decimals: 0, qualifier: '' }, target.unit) !== undefined;

/** Puts the matters behind those already there; returns how many there were. */
export function recordCoordination(
  { record, diagnostics }: FormReading,
  path: Path,
  from: number,
  { coordination, partners }: Pick<Cells<TaskColumnKey>, 'coordination' | 'partners'>,
): number {
  if (!coordination && !partners) return 0;
  const split = (cell: SheetCell | undefined): string[] => {
    const text = (cell && textOf(cell, diagnostics)) ?? '';
    return text === '' ? [] : text.split(LINE_SEPARATOR);
  };
  const matters = split(coordination);
  if (coordination) tellNumber('coordination', coordination, matters[0], diagnostics);
  const units = split(partners);
  const at = coordination?.at ?? (partners as SheetCell).at;
  // One matter may go over several lines; several matters need one line of units each.
  const single = units.length <= 1 && matters.length > 0;
  if (!single && matters.length !== units.length) {
    diagnostics.push(coordinationLines(at, matters.length, units.length));
    return 0;
  }
  const list = single
    ? [{ matter: matters.join(LINE_SEPARATOR), with: units[0] ?? '' }]
    : matters.map((matter, i) => ({ matter, with: units[i] ?? '' }));
  list.forEach((item, i) => {
    record.set([...path, 'coordination', from + i, 'matter'], item.matter, at);
    const names = item.with.split(/[、,，;；\s]+/).filter((name) => name !== '');
    record.set([...path, 'coordination', from + i, 'with'], names, partners?.at ?? at);
  });
  return list.length;
}
