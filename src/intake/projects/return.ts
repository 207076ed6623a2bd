/** A city's monthly return on its key projects: one file → entries, every value with its cell. */
import { parseDate } from '../../base/chinese/date.ts';
import { comparisonKey, similarity } from '../../base/chinese/text.ts';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import { periodMismatch, unreadableDate } from '../../base/messages/intake.ts';
import {
  completedBeforeStart,
  projectElsewhere,
  projectNameDiffers,
  projectNameElsewhere,
  projectsLeftOut,
  unknownProject,
} from '../../base/messages/projects.ts';
import {
  dateAhead,
  factMissing,
  rowTwice,
  unknownCity,
  unreadableMonth,
} from '../../base/messages/tables.ts';
import { nearest } from '../../base/nearest.ts';
import type { Located } from '../../base/origin.ts';
import type { Figure } from '../../model/figure.ts';
import { type Month, monthEnd, parseMonth } from '../../model/period.ts';
import {
  INVESTMENT_UNIT,
  type Project,
  type ProjectEntry,
  type ProjectEntryRow,
  type ProjectReturn,
  projectEntryRowSchema,
} from '../../model/project.ts';
import { PROJECT_RETURN_COLUMNS, RETURN_LABELS } from '../../model/project-form.ts';
import { readAmount } from '../tables/amount.ts';
import { openTables } from '../tables/open.ts';
import { findTable, readRow, type Table, type TableColumn, type TableRow } from '../tables/table.ts';
import { type UnitNames, unitNames } from '../units.ts';

/** Names at least this alike are the same, written differently. */
const SAME_NAME = 0.5;

type Key = keyof ProjectEntryRow;
const OWN = Object.keys(projectEntryRowSchema.shape) as Key[];
const TYPES: Partial<Record<Key, TableColumn<Key>['type']>> = {
  month: 'value',
  cumulative: 'value',
  startedOn: 'date',
  completedOn: 'date',
};
const COLUMNS: readonly TableColumn<Key>[] = PROJECT_RETURN_COLUMNS.flatMap(({ key, heading, entry }) => {
  const own = OWN.find((candidate) => candidate === key);
  return own ? [{ key: own, heading, required: entry || own === 'code', type: TYPES[own] ?? 'text' }] : [];
});

export interface ProjectIndex {
  projects: ReadonlyMap<string, Project>;
  cities: UnitNames;
}

/** Without a list of cities, those of the master list are the known ones. */
export function indexProjects(projects: readonly Project[], cities: UnitNames | undefined): ProjectIndex {
  const named = [...new Set(projects.map((project) => project.city))];
  return {
    projects: new Map(projects.map((project) => [project.code, project])),
    cities: cities ?? unitNames(named.map((name) => ({ name, fullName: name, aliases: [] }))),
  };
}

export interface Expected {
  /** The month for which the file was handed in (that of its folder); null takes the file's word. */
  month: Month | null;
  /** ISO date of receipt, where the office has registered it; otherwise the file has to say it. */
  receivedAt?: string | undefined;
}

/** No value without a known city, a month and a date of receipt; every other problem loses only its cell or row. */
export function readProjectReturn(
  file: string,
  bytes: Uint8Array,
  index: ProjectIndex,
  expected: Expected,
): Outcome<ProjectReturn> {
  const opened = openTables(file, bytes);
  const diagnostics = [...opened.diagnostics];
  const table = opened.value && findTable(file, opened.value, COLUMNS, diagnostics);
  if (!table) return { value: undefined, diagnostics };
  const head = readHead(file, table, index, expected, diagnostics);
  if (!head) return { value: undefined, diagnostics };
  const value: ProjectReturn = { ...head.facts, file, entries: [] };
  const seen = new Set<string>();
  for (const row of table.rows) {
    const read = readRow(row, COLUMNS, projectEntryRowSchema, diagnostics);
    if (!read) continue;
    const problem = rowProblem(read, row, value.city, seen, index);
    if (problem) diagnostics.push(problem);
    if (problem?.severity !== 'error') value.entries.push(entryOf(read, row, value, head.month, diagnostics));
    seen.add(read.code);
  }
  const left = [...index.projects.values()].filter((p) => p.city === value.city && !seen.has(p.code));
  if (left.length > 0) {
    const codes = left.map((p) => p.code);
    diagnostics.push(projectsLeftOut(file, value.city, left.length, codes));
  }
  return { value, diagnostics };
}

interface Head {
  facts: Pick<ProjectReturn, 'city' | 'month' | 'receivedAt' | 'demo'>;
  month: Month;
}

function readHead(
  file: string,
  table: Table<Key>,
  { cities }: ProjectIndex,
  expected: Expected,
  diagnostics: Diagnostic[],
): Head | undefined {
  const unit = table.fact(RETURN_LABELS.unit);
  const city = unit && cities.resolve(unit.value);
  if (!unit) diagnostics.push(factMissing(file, RETURN_LABELS.unit));
  else if (!city) diagnostics.push(unknownCity(unit.at, unit.value, cities.suggest(unit.value)));
  const said = table.fact(RETURN_LABELS.month);
  const month = said && parseMonth(said.value);
  if (!said) diagnostics.push(factMissing(file, RETURN_LABELS.month));
  else if (!month) diagnostics.push(unreadableMonth(said.at, RETURN_LABELS.month, said.value));
  const fits = month && (expected.month === null || month.id === expected.month.id);
  if (month && expected.month && !fits)
    diagnostics.push(periodMismatch(said.at, said.value, expected.month.id));
  const received = expected.receivedAt ? undefined : table.fact(RETURN_LABELS.receivedAt);
  const receivedAt = received ? parseDate(received.value) : expected.receivedAt;
  if (received && !receivedAt)
    diagnostics.push(unreadableDate(received.at, RETURN_LABELS.receivedAt, received.value));
  if (!received && !receivedAt) diagnostics.push(factMissing(file, RETURN_LABELS.receivedAt));
  if (!city || !month || !fits || !receivedAt) return undefined;
  const demo = table.fact(RETURN_LABELS.demo)?.value === '演示数据';
  return { facts: { city, month: month.id, receivedAt, demo }, month };
}

/** An error means that the row can not be used. */
function rowProblem(
  { code, name }: ProjectEntryRow,
  row: TableRow<Key>,
  city: string,
  seen: ReadonlySet<string>,
  { projects }: ProjectIndex,
): Diagnostic | undefined {
  const project = projects.get(code);
  if (!project) return unknownProject(row.at, code, nearest(code, [...projects.keys()]));
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
  row: TableRow<Key>,
  { city, receivedAt, demo }: ProjectReturn,
  month: Month,
  diagnostics: Diagnostic[],
): ProjectEntry {
  const at = (key: Key) => row.cells[key]?.at ?? row.at;
  const heading = (key: Key): string => COLUMNS.find((c) => c.key === key)?.heading ?? key;
  const amount = (key: 'month' | 'cumulative'): Figure | null => {
    const raw = read[key];
    if (raw === undefined) return null;
    const quantity = readAmount(raw, INVESTMENT_UNIT, heading(key), at(key));
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
    read[key] === undefined ? null : { value: read[key], at: at(key) };
  const date = (key: 'startedOn' | 'completedOn'): Located<string> | null => {
    const value = read[key];
    if (value === undefined) return null;
    if (value <= monthEnd(month)) return { value, at: at(key) };
    diagnostics.push(dateAhead(at(key), heading(key), value, monthEnd(month)));
    return null;
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
