/** The master list of key projects, a CSV (or workbook) that the office keeps in a spreadsheet program. */
import { comparisonKey } from '../../base/chinese/text.ts';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import {
  plannedBackwards,
  planOverTotal,
  projectKindMismatch,
  projectKindUnknown,
  unknownTrack,
} from '../../base/messages/projects.ts';
import { rowTwice, unknownCity } from '../../base/messages/tables.ts';
import type { Figure } from '../../model/document/figure.ts';
import {
  INVESTMENT_UNIT,
  type Project,
  type ProjectRow,
  type ProjectRules,
  projectRowSchema,
} from '../../model/region/project.ts';
import { PROJECT_COLUMNS, type ProjectColumnKey, RETURN_LABELS } from '../../model/returns/project-form.ts';
import type { UnitNames } from '../plan/units.ts';
import { readAmount } from '../tables/amount.ts';
import { openTables } from '../tables/open.ts';
import { findTable, readRow, type TableColumn, type TableRow } from '../tables/table.ts';

const TYPES: Partial<Record<ProjectColumnKey, TableColumn<ProjectColumnKey>['type']>> = {
  total: 'value',
  yearPlan: 'value',
  plannedStart: 'month',
  plannedCompletion: 'month',
  approvedOn: 'date',
};
const COLUMNS: readonly TableColumn<ProjectColumnKey>[] = PROJECT_COLUMNS.map(({ key, heading }) => ({
  key,
  heading,
  required: true,
  type: TYPES[key] ?? 'text',
  ...(TYPES[key] === 'value' ? { adds: INVESTMENT_UNIT } : {}),
}));

export interface MasterList {
  projects: Project[];
  demo: boolean;
}

/**
 * `cities` resolves names, where the workspace lists them; `tracks` is the number of the plan's tracks; `kinds` are those
 * of the rules, of which there may be none: then the list may write any. `own` are names of the office's own place (see
 * ownNames), which need not be listed and goes by the one that comes first.
 */
export function readMaster(
  file: string,
  bytes: Uint8Array,
  cities: UnitNames | undefined,
  tracks: number,
  kinds: ProjectRules['kinds'],
  own: readonly string[] = [],
): Outcome<MasterList> {
  const opened = openTables(file, bytes);
  const diagnostics = [...opened.diagnostics];
  const table = opened.value && findTable(file, opened.value, COLUMNS, diagnostics);
  if (!table) return { value: undefined, diagnostics };
  const demo = table.fact(RETURN_LABELS.demo)?.value === '演示数据';
  const seen = new Set<string>();
  const context = { cityOf: placesOf(cities, own), cities, own, tracks, kinds, demo, diagnostics };
  const projects = table.rows.flatMap((row) => {
    const read = readRow(row, COLUMNS, projectRowSchema, diagnostics);
    if (!read) return [];
    if (seen.has(read.code)) {
      diagnostics.push(rowTwice(row.at, read.code));
      return [];
    }
    seen.add(read.code);
    return projectOf(read, row, context) ?? [];
  });
  return { value: { projects, demo }, diagnostics };
}

/** What a place in the list is called; undefined for a stranger. */
function placesOf(
  cities: UnitNames | undefined,
  own: readonly string[],
): (written: string) => string | undefined {
  let first: string | undefined;
  return (written) => {
    const listed = cities?.resolve(written);
    if (listed !== undefined) return listed;
    const ours = own.find((name) => comparisonKey(name) === comparisonKey(written));
    if (ours === undefined) return cities ? undefined : written;
    first ??= ours;
    return first;
  };
}

interface Context {
  cityOf: (written: string) => string | undefined;
  cities: UnitNames | undefined;
  own: readonly string[];
  tracks: number;
  kinds: ProjectRules['kinds'];
  demo: boolean;
  diagnostics: Diagnostic[];
}

function projectOf(read: ProjectRow, row: TableRow<ProjectColumnKey>, context: Context): Project | undefined {
  const { cityOf, cities, own, tracks, kinds, demo, diagnostics } = context;
  const at = (key: ProjectColumnKey) => row.cells[key]?.at ?? row.at;
  const before = diagnostics.length;
  const city = cityOf(read.city);
  if (!city) diagnostics.push(unknownCity(at('city'), read.city, cities?.suggest(read.city), own[0]));
  const { kind } = read;
  const known = kinds.find(({ name }) => name === kind);
  if (kinds.length > 0 && !known)
    diagnostics.push(
      projectKindUnknown(
        at('kind'),
        kind,
        kinds.map(({ name }) => name),
      ),
    );
  else if (known?.letter && read.code.replace(/\d+$/, '') !== known.letter)
    diagnostics.push(projectKindMismatch(at('kind'), read.code, kind, known.letter));
  if (read.track < 1 || read.track > tracks) diagnostics.push(unknownTrack(at('track'), read.track, tracks));
  if (read.plannedCompletion < read.plannedStart)
    diagnostics.push(plannedBackwards(at('plannedCompletion'), read.plannedStart, read.plannedCompletion));
  const amount = (key: 'total' | 'yearPlan'): Figure | undefined => {
    const heading = PROJECT_COLUMNS.find((c) => c.key === key)?.heading ?? key;
    const quantity = readAmount(read[key], INVESTMENT_UNIT, heading, at(key));
    diagnostics.push(...quantity.diagnostics);
    const source = '重点项目库';
    return quantity.value && { ...quantity.value, provenance: { kind: 'data', at: at(key), source, demo } };
  };
  const [total, yearPlan] = [amount('total'), amount('yearPlan')];
  if (total && yearPlan && yearPlan.value > total.value)
    diagnostics.push(planOverTotal(at('yearPlan'), yearPlan, total));
  if (!city || !total || !yearPlan || diagnostics.length > before) return undefined;
  const { code, name, category, owner, plannedStart, approvedOn } = read;
  return {
    code,
    name,
    city,
    kind,
    category,
    owner,
    total,
    yearPlan,
    plannedStart,
    approvedOn: approvedOn ?? null,
    at: row.at,
  };
}
