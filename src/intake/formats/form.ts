/** The return form out of a workbook's sheets: which sheet is which, what it says of itself, its tables. */
import { parseDate } from '../../base/chinese/date.ts';
import { comparisonKey } from '../../base/chinese/text.ts';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import { tableAlone } from '../../base/messages/collect.ts';
import {
  cooperationKept,
  extraSheet,
  planChanged,
  sheetByHeadings,
  sheetTwice,
} from '../../base/messages/form-cells.ts';
import { formVersion, noForm, sheetMissing } from '../../base/messages/intake.ts';
import {
  COOPERATION_COLUMNS,
  type CooperationColumnKey,
  FORM_VERSION,
  type FormColumn,
  GOAL_COLUMNS,
  type GoalColumnKey,
  META_LABELS,
  type MetaKey,
  RETURN_SHEET,
  SHEETS,
  TASK_COLUMNS,
  type TaskColumnKey,
} from '../../model/returns/form.ts';
import type { IdentityHint, LocatedData } from '../located/located.ts';
import type { PlanIndex } from '../plan/plan-index.ts';
import { findHead, type Head } from './form-head.ts';
import type { FormReading } from './form-record.ts';
import { hasEntries, readCooperationRows, readGoalRows, readTaskRows } from './form-rows.ts';
import { isHiddenBeside, seenFirst, tellHiddenCopy, tellHiddenSheet } from './hidden-sheets.ts';
import { type Recorder, recorder } from './recorder.ts';
import { cellText, type Sheet, type SheetCell } from './sheet.ts';

/** The form's tables as far as they are there. */
interface Tables {
  tasks: Head<TaskColumnKey> | undefined;
  goals: Head<GoalColumnKey> | undefined;
  cooperation: Head<CooperationColumnKey> | undefined;
}

/** What the form says of itself under a label, in its hidden sheet or else in its guide. */
type Fact = (key: MetaKey) => SheetCell | undefined;

/**
 * In: a file's sheets, or why there are none. Out: data of the shape of submissionFileSchema (not yet checked); no value
 * when no sheet is one of the form's. Tables are found by sheet name, else by their headings.
 * @param single whether the format has room for one table only
 */
export function readForm(
  file: string,
  opened: Outcome<Sheet[]>,
  index: PlanIndex,
  single = false,
): Outcome<LocatedData> {
  const { value: sheets } = opened;
  const diagnostics = [...opened.diagnostics];
  if (!sheets) return { value: undefined, diagnostics };
  const tables = findTables(sheets, diagnostics);
  const { tasks, goals, cooperation } = tables;
  const heads = [tasks, goals, cooperation].filter((head) => head !== undefined);
  const [first] = heads;
  if (!first) return { value: undefined, diagnostics: [...diagnostics, noFormIn(file, sheets)] };
  const record = recorder({ file, sheet: first.sheet.name });
  const reading: FormReading = { index, record, prefilled: [], held: [], diagnostics };
  if (tasks) readTaskRows(tasks, reading);
  if (goals) readGoalRows(goals, reading);
  const meta = sheets.find((sheet) => named(sheet, SHEETS.meta));
  const guide = sheets.find((sheet) => named(sheet, SHEETS.guide));
  const fact: Fact = (key) => pair(meta, key) ?? pair(guide, key);
  if (lacksTasks(tables, fact('unit'), record.located.data, index))
    diagnostics.push(
      single && goals
        ? tableAlone(file, SHEETS.goals, SHEETS.tasks, 'error')
        : sheetMissing({ file }, SHEETS.tasks),
    );
  if (cooperation && hasEntries(cooperation)) {
    diagnostics.push(cooperationKept({ file, sheet: cooperation.sheet.name }));
    readCooperationRows(cooperation, reading);
  }
  const used = heads.map(({ sheet }) => sheet);
  diagnostics.push(...extraSheets(sheets.filter((sheet) => !used.includes(sheet))));
  diagnostics.push(...otherOrigin(fact, index));
  recordReceipt(fact, record);
  recordDemo(fact, heads, record);
  const hints = [
    ...facts(meta, '隐藏的表内标记'),
    ...facts(guide, `“${SHEETS.guide}”`),
    ...heads.flatMap(titles),
  ];
  const { prefilled, held } = reading;
  return { value: { ...record.located, hints, prefilled, held }, diagnostics };
}

/** Which sheet holds which table. */
function findTables(sheets: readonly Sheet[], diagnostics: Diagnostic[]): Tables {
  const cooperation = findTable(
    sheets,
    { name: SHEETS.cooperation, columns: COOPERATION_COLUMNS, telling: ['contribution'] },
    diagnostics,
  );
  // It has some of the same headings, and the other sheet of its form is empty.
  const tasks = findTable(
    sheets.filter((sheet) => sheet !== cooperation?.sheet),
    { name: SHEETS.tasks, columns: TASK_COLUMNS, telling: ['no', 'stage', 'selfAssessment'] },
    diagnostics,
  );
  const goals = findTable(
    sheets.filter((sheet) => sheet !== tasks?.sheet),
    { name: SHEETS.goals, columns: GOAL_COLUMNS, telling: ['id', 'goal', 'text'] },
    diagnostics,
  );
  return { tasks, goals, cooperation };
}

/** That no sheet is the form's, with the names of those that hold something. */
function noFormIn(file: string, sheets: readonly Sheet[]): Diagnostic {
  // A file that has no sheets is read as one of the form's name.
  const others = sheets.filter((sheet) => isFilled(sheet) && !named(sheet, SHEETS.tasks));
  return noForm({ file }, TELLING_HEADINGS, others.map(({ name }) => name).slice(0, MOST_NAMES));
}

/** Whether the table of tasks is missing of a unit that has to fill it in. @param data what was read of the other tables */
function lacksTasks(
  { tasks, cooperation }: Tables,
  unit: SheetCell | undefined,
  data: unknown,
  index: PlanIndex,
): boolean {
  // What it did for others is no return of a unit with tasks of its own.
  const enough = cooperation && !(unit && owesTasks(cellText(unit), index));
  return !tasks && !enough && !answersForGoalsOnly(data, index);
}

/** Of sheets that hold no table of ours: those that are not the form's at all, and hold something. */
function extraSheets(others: readonly Sheet[]): Diagnostic[] {
  return others
    .filter((sheet) => ![SHEETS.guide, SHEETS.meta, RETURN_SHEET].some((name) => named(sheet, name)))
    .filter(isFilled)
    .map(({ file, name }) => extraSheet({ file, sheet: name }));
}

function recordReceipt(fact: Fact, record: Recorder): void {
  const receivedAt = fact('receivedAt');
  if (!receivedAt) return;
  const text = cellText(receivedAt);
  record.set(['receivedAt'], parseDate(text) ?? text, receivedAt.at);
}

function recordDemo(fact: Fact, heads: readonly Head<string>[], record: Recorder): void {
  const demo = fact('demo');
  if (demo) {
    record.set(['demo'], cellText(demo), demo.at);
    return;
  }
  // A sheet that was saved as text has lost the others, and keeps the mark in its title.
  const mark = heads.flatMap(cellsAbove).find((cell) => cellText(cell).includes(DEMO));
  if (mark) record.set(['demo'], DEMO, mark.at);
}

/** Headings that no other table has together, as they are named to who sent one. */
const TELLING_HEADINGS = TASK_COLUMNS.filter(({ key }) => ['no', 'stage', 'progress'].includes(key)).map(
  ({ heading }) => heading,
);
const MOST_NAMES = 5;

const isFilled = (sheet: Sheet): boolean =>
  sheet.rows.some((row) => row.some((cell) => cellText(cell) !== ''));

/** Whose goals were filled in: some units have no tasks, and an empty sheet for them that is hidden. */
function answersForGoalsOnly(read: unknown, index: PlanIndex): boolean {
  const { goals = [] } = read as { goals?: { goal: string }[] };
  const units = new Set(goals.flatMap(({ goal }) => index.goals.get(goal)?.responsible.unit ?? []));
  return units.size > 0 && [...units].every((unit) => !owesTasks(unit, index));
}

const owesTasks = (unit: string, index: PlanIndex): boolean =>
  [...index.tasks.values()].some((task) => index.owners(task).includes(unit));

const named = (sheet: Sheet, name: string): boolean => comparisonKey(sheet.name) === comparisonKey(name);

interface TableSought<Key extends string> {
  /** Of its sheet, as the form calls it. */
  name: string;
  columns: readonly FormColumn<Key>[];
  /** Columns that are this table's own, of which half have to be there. */
  telling: readonly Key[];
}

/** Among the sheets that are seen: by name; else, or when that one is empty and another is filled in, by headings. */
function findTable<Key extends string>(
  sheets: readonly Sheet[],
  { name, columns, telling }: TableSought<Key>,
  diagnostics: Diagnostic[],
): Head<Key> | undefined {
  const heads = sheets
    .filter((sheet) => !named(sheet, RETURN_SHEET))
    .flatMap((sheet) => findHead(sheet, columns) ?? [])
    // The tables share some headings; these are the table's own.
    .filter(
      (head) =>
        head.columns.filter((c) => telling.includes(c.column.key)).length >= Math.ceil(telling.length / 2),
    );
  const seen = seenFirst(heads);
  const filled = seen.filter(hasEntries);
  const proper = seen.find((head) => named(head.sheet, name));
  const best = (filled.length === 1 ? filled[0] : undefined) ?? proper ?? filled[0] ?? seen[0];
  if (!best) return undefined;
  const at = { file: best.sheet.file, sheet: best.sheet.name };
  if (!named(best.sheet, name)) diagnostics.push(sheetByHeadings(at, name));
  if (filled.includes(best)) tellHiddenSheet(best, diagnostics);
  for (const other of filled.filter((head) => head !== best))
    diagnostics.push(
      sheetTwice({ file: other.sheet.file, sheet: other.sheet.name, cell: 'A1' }, name, best.sheet.name),
    );
  const entries = best.columns.filter((c) => c.column.entry).map((c) => c.index);
  for (const other of heads.filter((head) => isHiddenBeside(head, best) && hasEntries(head)))
    tellHiddenCopy(other, best, filled.includes(best), entries, diagnostics);
  return best;
}

/** The value beside a label, or behind it in the same cell (填报单位：省教育厅). */
function pair(sheet: Sheet | undefined, key: MetaKey): SheetCell | undefined {
  for (const row of sheet?.rows ?? []) {
    const at = row.findIndex((cell) => cellText(cell).replace(/[:：]$/, '') === META_LABELS[key]);
    const value = at < 0 ? undefined : row.slice(at + 1).find((cell) => cellText(cell) !== '');
    if (value) return value;
  }
  return undefined;
}

/** That the form was made by another version of the program, or of a plan that has changed since. */
function otherOrigin(fact: Fact, index: PlanIndex): Diagnostic[] {
  const version = fact('version');
  const plan = fact('plan');
  const unit = index.units.canonical(cellText(fact('unit')));
  return [
    ...(version && cellText(version) !== FORM_VERSION
      ? [formVersion(version.at, cellText(version), FORM_VERSION)]
      : []),
    ...(plan && !index.fingerprints(unit).includes(cellText(plan)) ? [planChanged(plan.at)] : []),
  ];
}

/** Whose return it is and for which quarter, as one of the form's own sheets says. */
function facts(sheet: Sheet | undefined, source: string): IdentityHint[] {
  return (['unit', 'period'] as const).flatMap((what) => {
    const cell = pair(sheet, what);
    return cell ? [{ what, source, text: cellText(cell), at: cell.at }] : [];
  });
}

/** Left blank, no unit is what comes behind it: 填报单位：　　报送期次：. */
const UNIT_LABEL =
  /(?:填报单位|报送单位|单位名称|责任单位)\s*[:：]\s*([^\s,，;；:：]+)(?![^\s,，;；:：]|\s*[:：])/;
const PERIOD = /\d{4}\s*年?\s*(?:[Qq][1-4]|第?[一二三四1-4]季度)/;

const DEMO = '演示数据';

/** What stands above the headings. */
const cellsAbove = ({ sheet, row }: Head<string>): SheetCell[] =>
  sheet.rows.slice(0, row).flatMap((cells) => cells.filter((cell) => cell !== undefined));

/** The same as the title above a table says. */
function titles(head: Head<string>): IdentityHint[] {
  return cellsAbove(head).flatMap((cell): IdentityHint[] => {
    const text = cellText(cell).normalize('NFKC');
    const unit = UNIT_LABEL.exec(text)?.[1];
    const period = PERIOD.exec(text)?.[0];
    const source = '表头';
    return [
      ...(unit ? [{ what: 'unit' as const, source, text: unit, at: cell.at }] : []),
      ...(period ? [{ what: 'period' as const, source, text: period, at: cell.at }] : []),
    ];
  });
}
