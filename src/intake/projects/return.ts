/** A city's monthly return on its key projects: one file → entries, every value with its cell. */
import { convertUnit } from '../../base/chinese/convert-unit.ts';
import { formatAmount } from '../../base/chinese/format.ts';
import { readQuantity } from '../../base/chinese/quantity.ts';
import { comparisonKey, similarity } from '../../base/chinese/text.ts';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import {
  columnInOtherUnit,
  completedBeforeStart,
  noProjectKnown,
  projectAmountsBlank,
  projectElsewhere,
  projectNameDiffers,
  projectNameElsewhere,
  projectsLeftOut,
  unknownProject,
} from '../../base/messages/projects.ts';
import { listValueChanged, monthOverCumulative } from '../../base/messages/slips.ts';
import { dateAhead, rowTwice, unreadableMonth } from '../../base/messages/tables.ts';
import { nearest } from '../../base/nearest.ts';
import { formatOrigin, type Located, rowOf } from '../../base/origin.ts';
import type { Figure } from '../../model/document/figure.ts';
import { columnUnit, fitsUnit } from '../../model/ledger/project-column.ts';
import { type Month, monthEnd, parseMonth } from '../../model/period.ts';
import type { City } from '../../model/region/city.ts';
import {
  INVESTMENT_UNIT,
  type Project,
  type ProjectEntry,
  type ProjectEntryRow,
  type ProjectReturn,
  projectEntryRowSchema,
} from '../../model/region/project.ts';
import {
  PROJECT_RETURN_COLUMNS,
  RETURN_LABELS,
  type ReturnColumnKey,
} from '../../model/returns/project-form.ts';
import { cellText, cellValue } from '../formats/sheet.ts';
import { type UnitNames, unitNames } from '../plan/units.ts';
import { changedBefore } from '../returns/changed-before.ts';
import { readAsked, shownBefore, tellNumbers } from '../tables/asked.ts';
import { readByMonth } from '../tables/dates.ts';
import { filledText } from '../tables/filled-text.ts';
import { openTables } from '../tables/open.ts';
import { type HeadWords, readReturnHead } from '../tables/return-head.ts';
import { columnsOf, findTable, readRow, type TableColumn, type TableRow } from '../tables/table.ts';

/** Names at least this alike are the same, written differently. */
const SAME_NAME = 0.5;

type Key = keyof ProjectEntryRow;
const OWN = Object.keys(projectEntryRowSchema.shape) as Key[];
const TYPES: Partial<Record<ReturnColumnKey, TableColumn<Key>['type']>> = {
  code: 'code',
  month: 'value',
  cumulative: 'value',
  startedOn: 'past',
  completedOn: 'past',
};
/** A city's sum of what it fills in; what it was sent out with is looked at by itself. */
const SUMMED: readonly ReturnColumnKey[] = ['month', 'cumulative'];
/** Also the columns that the form was sent out with; only a look at what became of them is taken. */
const TABLE: readonly TableColumn<ReturnColumnKey>[] = PROJECT_RETURN_COLUMNS.map(
  ({ key, heading, entry }) => ({
    key,
    heading,
    required: entry || key === 'code',
    type: TYPES[key] ?? 'text',
    entry,
    ...(SUMMED.includes(key) ? { adds: INVESTMENT_UNIT } : {}),
  }),
);
const COLUMNS = columnsOf(TABLE, OWN);
const headingOf = (key: ReturnColumnKey): string => TABLE.find((c) => c.key === key)?.heading ?? key;

export interface ProjectIndex {
  projects: ReadonlyMap<string, Project>;
  cities: UnitNames;
}

/**
 * Those of the master list that no list of cities names are known besides: all of them, or the office's own place.
 * @param own see ownNames
 */
export function indexProjects(
  projects: readonly Project[],
  list: readonly City[] = [],
  own: readonly string[] = [],
): ProjectIndex {
  const listed = new Set(list.map(({ name }) => name));
  const others = [...new Set(projects.map(({ city }) => city))].filter((name) => !listed.has(name));
  const named = others.map((name) => ({
    name,
    fullName: name,
    aliases: own.includes(name) ? [...own] : [],
  }));
  return {
    projects: new Map(projects.map((project) => [project.code, project])),
    cities: unitNames([...list, ...named]),
  };
}

interface Expected {
  /** The month for which the file was handed in (that of its folder); null takes the file's word. */
  month: Month | null;
  /** ISO date of receipt, where the office has registered it; otherwise the file has to say it. */
  receivedAt?: string | undefined;
  /** A project's cumulative investment as last reported this year, where slips are asked about. */
  last?: (code: string) => Figure | undefined;
}

const HEAD_WORDS: HeadWords = {
  labels: { ...RETURN_LABELS, when: RETURN_LABELS.month },
  readWhen: (text) => parseMonth(text)?.id,
  whenUnreadable: (at, text) => unreadableMonth(at, RETURN_LABELS.month, text),
};

/** No value without a known city, a month and a date of receipt; every other problem loses only its cell or row. */
export function readProjectReturn(
  file: string,
  bytes: Uint8Array,
  index: ProjectIndex,
  expected: Expected,
): Outcome<ProjectReturn> {
  const opened = openTables(file, bytes);
  const diagnostics = [...opened.diagnostics];
  const table = opened.value && findTable(file, opened.value, TABLE, diagnostics);
  if (!table) return { value: undefined, diagnostics };
  const wanted = { when: expected.month?.id ?? null, receivedAt: expected.receivedAt };
  const said = readReturnHead(file, table, HEAD_WORDS, index.cities, wanted, diagnostics);
  const month = said && parseMonth(said.when);
  if (!month) return { value: undefined, diagnostics };
  const { when, ...head } = said;
  const value: ProjectReturn = { ...head, month: when, file, entries: [] };
  const seen = new Set<string>();
  const used: TableRow<ReturnColumnKey>[] = [];
  for (const row of table.rows) {
    const read = readRow(row, COLUMNS, projectEntryRowSchema, diagnostics);
    if (!read) continue;
    const problem = rowProblem(read, row, value.city, seen, index);
    if (problem) diagnostics.push(problem);
    if (problem?.severity !== 'error') {
      used.push(row);
      value.entries.push(entryOf(read, row, value, month, diagnostics, expected.last?.(read.code)));
    }
    seen.add(read.code);
  }
  tellNoneKnown(table.rows, diagnostics);
  if (expected.last) {
    tellMoved(table.rows, expected.last, diagnostics);
    tellList(table.rows, index, diagnostics);
    tellExchanged(value.entries, diagnostics);
    tellColumn(value, expected.last, diagnostics);
  }
  tellBlank(file, value.city, used, diagnostics);
  const left = [...index.projects.values()].filter((p) => p.city === value.city && !seen.has(p.code));
  if (left.length > 0) {
    const codes = left.map((p) => p.code);
    diagnostics.push(projectsLeftOut(file, value.city, left.length, codes));
  }
  return { value, diagnostics };
}

/** Once for the whole table, where no row has a code of the master list. */
function tellNoneKnown(rows: readonly TableRow<ReturnColumnKey>[], diagnostics: Diagnostic[]): void {
  const unknown = diagnostics.filter(({ code }) => code === 'unknownProject');
  const places = unknown.flatMap(({ at }) => at ?? []);
  const [first] = places;
  if (!first || unknown.length < Math.max(2, rows.length)) return;
  const codes = rows.map(({ cells }) => cellText(cells.code));
  const others = diagnostics.filter((d) => !unknown.includes(d));
  diagnostics.splice(0, Infinity, ...others, noProjectKnown(first, places.map(rowOf), codes));
}

/** Cumulative values typed over last month's instead of beside them; rows with projects but without an amount. */
function tellMoved(
  rows: readonly TableRow<ReturnColumnKey>[],
  last: NonNullable<Expected['last']>,
  diagnostics: Diagnostic[],
): void {
  const shown = rows.flatMap(({ cells: { code, name, previous, cumulative } }) => {
    const id = cellText(code).normalize('NFKC').toUpperCase();
    const facts = { name: cellText(name) || id, unit: INVESTMENT_UNIT, last: last(id) };
    return previous ? shownBefore(previous, facts, !cumulative) : [];
  });
  diagnostics.push(...changedBefore(shown, headingOf('previous'), headingOf('cumulative')));
}

/**
 * What counts is the cumulative amount; a column that was not found, a sheet that is hidden, and a row with something that
 * can't be read are told as such.
 */
function tellBlank(
  file: string,
  city: string,
  rows: readonly TableRow<ReturnColumnKey>[],
  diagnostics: Diagnostic[],
): void {
  if (diagnostics.some(({ code }) => code === 'columnMissing' || code === 'hiddenInstead')) return;
  const told = new Set(
    diagnostics.flatMap(({ severity, at }) => (severity === 'error' && at ? [rowOf(at)] : [])),
  );
  const codes = rows
    .filter(({ at, cells }) => !cells.cumulative && !told.has(rowOf(at)))
    .map(({ cells }) => cellText(cells.code));
  if (codes.length > 0) diagnostics.push(projectAmountsBlank(file, city, headingOf('cumulative'), codes));
}

/** What the master list says is not changed by a return: who corrects it there has to be told, and so has the office. */
function tellList(
  rows: readonly TableRow<ReturnColumnKey>[],
  { projects }: ProjectIndex,
  diagnostics: Diagnostic[],
): void {
  for (const { cells } of rows) {
    const project = projects.get(cellText(cells.code).normalize('NFKC').toUpperCase());
    for (const key of ['total', 'yearPlan'] as const) {
      const cell = project && cells[key];
      const read = cell && readQuantity(cellValue(cell), [INVESTMENT_UNIT]);
      if (!cell || !read?.ok) continue;
      const { quantity } = read;
      const said = convertUnit({ ...quantity, unit: quantity.unit || INVESTMENT_UNIT }, INVESTMENT_UNIT);
      const known = project[key];
      if (said?.value !== known.value)
        diagnostics.push(listValueChanged(cell.at, headingOf(key), cellText(cell), formatAmount(known)));
    }
  }
}

/** Once for the whole column, where nearly all of it was filled in by another unit. */
function tellColumn(
  { city, entries }: ProjectReturn,
  last: NonNullable<Expected['last']>,
  diagnostics: Diagnostic[],
): void {
  const rows = entries.flatMap(({ code, month, cumulative }) => {
    if (!cumulative || cumulative.value <= 0) return [];
    const places = [cumulative, month].flatMap((figure) =>
      figure?.provenance.kind === 'submission' ? [figure.provenance.at] : [],
    );
    return [{ places, value: cumulative.value, last: last(code)?.value ?? 0 }];
  });
  const known = rows.filter((row) => row.last > 0);
  const unit = columnUnit(known);
  const fitting = unit ? known.filter((row) => fitsUnit(row, unit)) : [];
  const at = fitting[0]?.places[0];
  if (!unit || !at) return;
  // Of a project's first number nothing tells the unit, but its column.
  const spoken = [...fitting, ...rows.filter((row) => row.last <= 0)];
  const places = new Set(spoken.flatMap((row) => row.places.map(formatOrigin)));
  const others = diagnostics.filter(
    (d) => !OF_COLUMNS.includes(d.code) || !d.at || !places.has(formatOrigin(d.at)),
  );
  const facts = { heading: headingOf('cumulative'), rows: fitting.length, of: known.length, unit };
  const told = columnInOtherUnit(at, city, { ...facts, wanted: INVESTMENT_UNIT });
  diagnostics.splice(0, diagnostics.length, ...others, told);
}
/** What is asked of single cells, and follows from the unit of a column. */
const OF_COLUMNS: readonly string[] = ['suspectMagnitude', 'monthOverCumulative'];

function tellExchanged(entries: readonly ProjectEntry[], diagnostics: Diagnostic[]): void {
  for (const { month, cumulative } of entries) {
    if (!month || !cumulative || month.value <= cumulative.value) continue;
    if (month.provenance.kind !== 'submission') continue;
    const amounts = [formatAmount(month), formatAmount(cumulative)] as const;
    diagnostics.push(monthOverCumulative(month.provenance.at, headingOf('month'), amounts));
  }
}

/** An error means that the row can not be used. */
function rowProblem(
  { code, name }: ProjectEntryRow,
  row: TableRow<ReturnColumnKey>,
  city: string,
  seen: ReadonlySet<string>,
  { projects }: ProjectIndex,
): Diagnostic | undefined {
  const project = projects.get(code);
  if (!project) {
    // A well-formed code is one's own: that of another project beside it is no better.
    const known = [...projects.keys()];
    const shape = (id: string): string => id.replace(/\d/g, '0');
    const formed = known.some((id) => shape(id) === shape(code));
    return unknownProject(row.at, code, formed ? undefined : nearest(code, known));
  }
  if (project.city !== city) return projectElsewhere(row.at, code, project.city, city);
  if (seen.has(code)) return rowTwice(row.at, code);
  const key = name === undefined ? '' : comparisonKey(name);
  if (name === undefined || key === comparisonKey(project.name)) return undefined;
  const at = row.cells.name?.at ?? row.at;
  // Where only some columns were sorted, every value would go to another project.
  const others = [...projects.values()].some((other) => comparisonKey(other.name) === key);
  const strange = others || similarity(name, project.name) < SAME_NAME;
  return (strange ? projectNameElsewhere : projectNameDiffers)(at, code, name, project.name);
}

function entryOf(
  read: ProjectEntryRow,
  row: TableRow<ReturnColumnKey>,
  { city, receivedAt, demo }: ProjectReturn,
  month: Month,
  diagnostics: Diagnostic[],
  last: Figure | undefined,
): ProjectEntry {
  const at = (key: Key) => row.cells[key]?.at ?? row.at;
  tellNumbers(
    (['progress', 'problem'] as const).map((key) => [row.cells[key], headingOf(key)] as const),
    headingOf('month'),
    diagnostics,
  );
  const amount = (key: 'month' | 'cumulative'): Figure | null => {
    const raw = read[key];
    if (raw === undefined) return null;
    const kind = key === 'month' ? 'flow' : 'cumulative';
    const asked = { name: headingOf(key), unit: INVESTMENT_UNIT, kind, last, alone: '当月数' } as const;
    const quantity = readAsked(raw, asked, at(key));
    diagnostics.push(...quantity.diagnostics);
    if (!quantity.value) return null;
    const provenance = {
      kind: 'submission',
      at: at(key),
      unit: city,
      receivedAt,
      raw: String(raw),
      demo,
    } as const;
    return { ...quantity.value, provenance };
  };
  const text = (key: 'progress' | 'problem'): Located<string> | null =>
    filledText(read[key], key, at(key), diagnostics);
  const date = (key: 'startedOn' | 'completedOn'): Located<string> | null => {
    const value = read[key];
    if (value === undefined) return null;
    if (value > monthEnd(month)) {
      diagnostics.push(dateAhead(at(key), headingOf(key), value, monthEnd(month)));
      return null;
    }
    const cell = row.cells[key];
    if (cell) diagnostics.push(...readByMonth(cell, headingOf(key)));
    return { value, at: at(key) };
  };
  const startedOn = date('startedOn');
  const completedOn = date('completedOn');
  const backwards = startedOn && completedOn && completedOn.value < startedOn.value;
  if (backwards) diagnostics.push(completedBeforeStart(completedOn.at, read.code));
  return {
    code: read.code,
    at: row.at,
    month: amount('month'),
    cumulative: amount('cumulative'),
    startedOn,
    completedOn: backwards ? null : completedOn,
    progress: text('progress'),
    problem: text('problem'),
  };
}
