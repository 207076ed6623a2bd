/** A table within a file's sheets, found by the words of its headings; columns may be moved, rows added. */
import type { z } from 'zod';
import { convertUnit } from '../../base/chinese/convert-unit.ts';
import { comparisonKey } from '../../base/chinese/text.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { columnTwice, sheetTwice } from '../../base/messages/form-cells.ts';
import { columnMissing } from '../../base/messages/intake.ts';
import {
  codesMissing,
  headingUnit,
  headNotFound,
  rowWithoutCode,
  sheetNotRead,
  strayRow,
} from '../../base/messages/tables.ts';
import type { Located, Origin } from '../../base/origin.ts';
import { CITY_SHEETS } from '../../model/returns/city-form.ts';
import { RETURN_SHEET } from '../../model/returns/form.ts';
import { heldValue, textOf, usable } from '../formats/form-cells.ts';
import { tellExtraColumns } from '../formats/form-head.ts';
import {
  checkMerges,
  endsTable,
  linesBelow,
  soundEntry,
  tellHidden,
  tellRemark,
  tellRemarksAbove,
} from '../formats/form-table.ts';
import { isHiddenBeside, seenFirst, tellHiddenCopy, tellHiddenSheet } from '../formats/hidden-sheets.ts';
import { cellText, type Sheet, type SheetCell } from '../formats/sheet.ts';
import { checkSchema } from '../located/schema.ts';
import { cellDate, type DateType } from './dates.ts';
import { factsIn } from './facts.ts';
import { isTotalLine, type SummedColumn, type TableLine, tellTotals } from './totals.ts';

export interface TableColumn<Key extends string> {
  key: Key;
  /** With the unit in brackets, where there is one: 总投资（万元）. */
  heading: string;
  /** Whether the table is of no use without it. */
  required: boolean;
  type: 'text' | 'code' | 'value' | DateType;
  /** Whether the reporter fills it in: struck-out text, comments and merged cells matter there. */
  entry?: boolean;
  /** The unit in which its numbers add up over all rows, where they do: rows of sums are held against them. */
  adds?: string;
}

/** Those of a table's columns that bear one of the keys. */
export const columnsOf = <Key extends string>(
  table: readonly TableColumn<string>[],
  keys: readonly Key[],
): TableColumn<Key>[] =>
  table.flatMap((column) => {
    const key = keys.find((one) => one === column.key);
    return key ? [{ ...column, key }] : [];
  });

export interface TableRow<Key extends string> {
  at: Origin;
  cells: Partial<Record<Key, SheetCell>>;
}

export interface Table<Key extends string> {
  rows: TableRow<Key>[];
  /** What a “label：value” cell above the headings, or a pair of cells on any sheet, says. */
  fact(label: string): Located<string> | undefined;
  /** All that say it, which ought to agree. */
  facts(label: string): Located<string>[];
}

/** Headings are looked for in so many rows from the top. */
const HEAD_SEARCH = 12;
const UNIT_IN_HEADING = /\(([^)]*)\)$/;
const bare = (heading: string): string => comparisonKey(heading).replace(UNIT_IN_HEADING, '');
const unitIn = (heading: string): string => UNIT_IN_HEADING.exec(comparisonKey(heading))?.[1] ?? '';
/** Rows that part a table: 一、在建项目. */
const GROUP = /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))/;

interface Head {
  sheet: Sheet;
  row: number;
  matches: number;
}

/** The table with most of the headings; undefined, with the reason, when a required column is missing. */
export function findTable<Key extends string>(
  file: string,
  sheets: readonly Sheet[],
  columns: readonly TableColumn<Key>[],
  diagnostics: Diagnostic[],
): Table<Key> | undefined {
  const wanted = columns.map((column) => bare(column.heading));
  const heads = sheets.flatMap((sheet) =>
    sheet.rows.slice(0, HEAD_SEARCH).map((cells, row): Head => {
      const matches = cells.filter((cell) => cell && wanted.includes(bare(cellText(cell)))).length;
      return { sheet, row, matches };
    }),
  );
  const best = likeliest(heads, columns);
  const cells = best && best.matches > 1 ? (best.sheet.rows[best.row] ?? []) : [];
  const places = columns.map((column) => ({
    column,
    index: cells.findIndex((cell) => cell !== undefined && bare(cellText(cell)) === bare(column.heading)),
  }));
  const at: Origin = best?.sheet.name ? { file, sheet: best.sheet.name } : { file };
  if (columns.some(({ entry }) => entry) && (best?.matches ?? 0) < 2) {
    diagnostics.push(headNotFound(at, headingsOf(columns), HEAD_SEARCH, lowerHead(sheets, wanted)));
    return undefined;
  }
  const before = diagnostics.length;
  for (const { column, index } of places) {
    if (index < 0 && column.required) diagnostics.push(columnMissing(at, column.heading));
    const cell = cells[index];
    const unit = cell && unitIn(cellText(cell));
    // A column in another unit would turn every bare number in it into a wrong one.
    if (cell && unit && unit !== unitIn(column.heading))
      diagnostics.push(headingUnit(cell.at, column.heading, unit));
  }
  if (best && diagnostics.length === before) tellUnitAbove(best, places, diagnostics);
  if (best && diagnostics.length === before) {
    tellTwins(best, places, diagnostics);
    tellOtherSheets(best, heads, places, diagnostics);
    // What a city adds to its form; lists of the office's own may hold what they like.
    if (columns.some((column) => column.entry)) {
      tellExtraColumns(best.sheet, best.row, ownColumns(best, places), diagnostics);
      tellExtraSheets(best, heads, sheets, diagnostics);
    }
  }
  const broken = places.some(({ column, index }) => index < 0 && column.required);
  if (!best || broken || diagnostics.slice(before).some((d) => d.code === 'headingUnit')) return undefined;
  const rows = rowsBelow(best, places, diagnostics);
  if (!rows) return undefined;
  return {
    rows,
    fact: (label) => factsIn(best, sheets, label)[0],
    facts: (label) => factsIn(best, sheets, label),
  };
}

const headingsOf = (columns: readonly TableColumn<string>[]): string[] =>
  columns.filter(({ required }) => required).map(({ heading }) => heading);

/** Where headings stand too low for a table to be looked for. */
function lowerHead(sheets: readonly Sheet[], wanted: readonly string[]): Origin | undefined {
  const rows = sheets.flatMap((sheet) => sheet.rows.slice(HEAD_SEARCH));
  const head = rows.find((cells) => cells.filter((c) => c && wanted.includes(bare(cellText(c)))).length > 1);
  return head?.find((cell) => cell !== undefined)?.at;
}

/**
 * With the most headings; of several such sheets those that are seen, and of them the one that is filled in, if it is one, else
 * the first. Days may be prefilled.
 */
function likeliest(heads: readonly Head[], columns: readonly TableColumn<string>[]): Head | undefined {
  const most = Math.max(0, ...heads.map(({ matches }) => matches));
  const alike = seenFirst(heads.filter(({ matches }) => matches === most));
  const entries = askedHeadings(columns);
  const filled = alike.filter((head) => isFilledIn(head, entries));
  return (filled.length === 1 ? filled[0] : undefined) ?? alike[0];
}

const askedHeadings = (columns: readonly TableColumn<string>[]): string[] =>
  columns.flatMap(({ entry, type, heading }) => (entry && type !== 'past' ? [bare(heading)] : []));

/** Whether something stands below one of these headings. */
function isFilledIn({ sheet, row }: Head, headings: readonly string[]): boolean {
  const columns = [...(sheet.rows[row] ?? []).entries()].flatMap(([index, cell]) =>
    cell && headings.includes(bare(cellText(cell))) ? [index] : [],
  );
  return sheet.rows.slice(row + 1).some((cells) => columns.some((index) => cellText(cells[index]) !== ''));
}

type Places<Key extends string> = readonly { column: TableColumn<Key>; index: number }[];

const UNIT_ABOVE = /^\(?(?:计量|金额)?单位:([^():]{1,6})\)?$/;

/** 单位：亿元 above a table whose columns are in 万元. */
function tellUnitAbove({ sheet, row }: Head, places: Places<string>, diagnostics: Diagnostic[]): void {
  const inUnits = places.find(({ column, index }) => index >= 0 && unitIn(column.heading) !== '');
  if (!inUnits) return;
  const { heading } = inUnits.column;
  const own = unitIn(heading);
  for (const cell of sheet.rows.slice(0, row).flat()) {
    const words = cellText(cell).normalize('NFKC').split(/\s+/);
    const unit = words.flatMap((word) => UNIT_ABOVE.exec(word)?.[1] ?? [])[0];
    if (!cell || unit === undefined || unit === own) continue;
    const converts = convertUnit({ value: 1, unit, decimals: 0, qualifier: '' }, own) !== undefined;
    if (converts) diagnostics.push(headingUnit(cell.at, heading, unit));
  }
}

/** A second column under the same heading, with something in it. */
function tellTwins({ sheet, row }: Head, places: Places<string>, diagnostics: Diagnostic[]): void {
  for (const [index, cell] of (sheet.rows[row] ?? []).entries()) {
    const twin = places.find(
      (place) => place.index !== index && cell && bare(cellText(cell)) === bare(place.column.heading),
    );
    const filled = sheet.rows.slice(row + 1).some((cells) => cellText(cells[index]) !== '');
    if (cell && twin && filled) diagnostics.push(columnTwice(cell.at, twin.column.heading));
  }
}

/** Another sheet with the same table, filled in. */
function tellOtherSheets<Key extends string>(
  best: Head,
  heads: readonly Head[],
  places: Places<Key>,
  diagnostics: Diagnostic[],
): void {
  const entries = places.filter(({ column }) => column.entry);
  const headings = entries.map(({ column }) => bare(column.heading));
  const asked = askedHeadings(places.map(({ column }) => column));
  const filled = isFilledIn(best, asked);
  if (filled) tellHiddenSheet(best, diagnostics);
  for (const head of heads) {
    const { sheet, matches } = head;
    if (sheet === best.sheet || matches < best.matches) continue;
    const at: Origin = { file: sheet.file, sheet: sheet.name, cell: 'A1' };
    if (!isHiddenBeside(head, best)) {
      if (isFilledIn(head, headings)) diagnostics.push(sheetTwice(at, best.sheet.name, best.sheet.name));
    } else if (isFilledIn(head, asked))
      tellHiddenCopy(
        head,
        best,
        filled,
        entries.map(({ index }) => index),
        diagnostics,
      );
  }
}

/** Columns of the form, and second ones under its headings, which are told as twins. */
const ownColumns = ({ sheet, row }: Head, places: Places<string>): Set<number> =>
  new Set([
    ...places.map(({ index }) => index),
    ...(sheet.rows[row] ?? []).flatMap((cell, index) =>
      cell && places.some(({ column }) => bare(column.heading) === bare(cellText(cell))) ? [index] : [],
    ),
  ]);

/** Sheets of the form that are no tables. */
const OTHER_SHEETS: readonly string[] = [CITY_SHEETS.guide, CITY_SHEETS.meta, RETURN_SHEET];

/** Sheets that somebody added. */
function tellExtraSheets(
  best: Head,
  heads: readonly Head[],
  sheets: readonly Sheet[],
  diagnostics: Diagnostic[],
): void {
  for (const sheet of sheets) {
    const own = sheet === best.sheet || OTHER_SHEETS.includes(sheet.name.trim());
    const copies = heads.some((head) => head.sheet === sheet && head.matches >= best.matches);
    const filled = sheet.rows.flat().find((cell) => cellText(cell) !== '');
    if (!own && !copies && filled)
      diagnostics.push(sheetNotRead({ file: sheet.file, sheet: sheet.name, cell: 'A1' }, best.sheet.name));
  }
}

/**
 * What a line below the headings is: one of the table's rows, a row of sums, or something else — nothing, a footer, headings
 * again, the name of a group.
 */
function lineOf(cells: Sheet['rows'][number], places: Places<string>): Omit<TableLine, 'row'> {
  const filled = cells.filter((cell) => cellText(cell) !== '');
  const label = cellText(filled[0]);
  const entry = places.some(({ column, index }) => column.entry && cells[index] === filled[0]);
  const again = places.filter(
    ({ column, index }) => index >= 0 && bare(cellText(cells[index])) === bare(column.heading),
  );
  const end = endsTable(label, entry);
  const summed = places.some(({ column }) => column.adds) ? totalLabel(cells, places) : undefined;
  if (summed !== undefined || end === 'totals') return { kind: 'totals', label: summed ?? label };
  const group = filled.length === 1 && !entry && GROUP.test(comparisonKey(label));
  return { kind: end || again.length >= 3 || group ? 'other' : 'row', label };
}

/** 全市合计, 续建项目小计 in the first cell of the line that says something, if it is none to be filled in; / and — say nothing. */
function totalLabel(cells: Sheet['rows'][number], places: Places<string>): string | undefined {
  const index = cells.findIndex((cell) => /[\p{L}\p{N}]/u.test(cellText(cell)));
  const place = places.find((candidate) => candidate.index === index);
  const label = cellText(cells[index]);
  return !place?.column.entry && !place?.column.adds && isTotalLine(label) ? label : undefined;
}

/** undefined, and told once, when rows are filled in and none of them says what it is about. */
function rowsBelow<Key extends string>(
  { sheet, row: head }: Head,
  places: readonly { column: TableColumn<Key>; index: number }[],
  diagnostics: Diagnostic[],
): TableRow<Key>[] | undefined {
  const first = places[0]?.column.key as Key;
  const codes = places[0]?.index ?? 0;
  const columns = places.map(({ column, index }) => ({
    index,
    column: { key: column.key, heading: column.heading, entry: column.entry ?? false },
  }));
  const codeOf = (row: number): string | undefined => cellText(sheet.rows[row]?.[codes]) || undefined;
  const spoiled = checkMerges({ sheet, row: head, columns }, codeOf, () => '多行', diagnostics);
  const uncoded: Origin[] = [];
  const lines = sheet.rows
    .slice(head + 1)
    .map((cells, i): TableLine => ({ row: head + 1 + i, ...lineOf(cells, places) }));
  const entries = places.filter(({ column }) => column.entry);
  if (entries.length > 0) tellRemarksAbove(sheet, head, diagnostics);
  const ours = lines.flatMap(({ row, kind }) => (kind === 'row' ? [row] : []));
  const asked = entries.map(({ index }) => index);
  const below = linesBelow(sheet, ours, asked, diagnostics);
  const rows = lines.flatMap(({ row: index, kind }) => {
    const cells = sheet.rows[index] ?? [];
    tellRemark(cells, diagnostics);
    if (kind !== 'row' || below.has(index)) return [];
    const row: TableRow<Key>['cells'] = {};
    for (const { column, index } of places) {
      const cell = index < 0 ? undefined : cells[index];
      if (column.entry && !soundEntry(cell, diagnostics)) continue;
      if (!cell || cellText(cell) === '' || spoiled.has(cell)) continue;
      if (usable(cell, diagnostics)) row[column.key] = cell;
    }
    const filled = Object.values<SheetCell | undefined>(row);
    const at = row[first]?.at ?? filled[0]?.at;
    if (!at) return [];
    if (!row[first]) {
      uncoded.push(at);
      return [];
    }
    return [{ at, cells: row, index }];
  });
  const codeHeading = places[0]?.column.heading ?? '';
  if (rows.length === 0 && uncoded[0] && uncoded.length > 1) {
    diagnostics.push(codesMissing(uncoded[0], codeHeading, uncoded.length));
    return undefined;
  }
  diagnostics.push(...uncoded.map((at) => rowWithoutCode(at, codeHeading)));
  const told = rows.filter(({ cells }) => entries.some(({ column }) => cells[column.key]));
  const unseen = entries.flatMap(({ column: { key, heading }, index }) => {
    const at = sheet.rows[head]?.[index]?.at;
    return at && rows.some(({ cells }) => cells[key]) ? [{ index, at, heading }] : [];
  });
  const filled = (entries.length > 0 ? told : rows).map(({ index }) => index);
  tellHidden(sheet, { rows: filled, columns: unseen }, diagnostics);
  tellTotals(
    sheet,
    lines.filter(({ label }) => label !== ''),
    summedColumns(places),
    diagnostics,
  );
  return rows;
}

const summedColumns = (places: Places<string>): SummedColumn[] =>
  places.flatMap(({ column: { heading, adds }, index }) =>
    adds && index >= 0 ? [{ index, heading, unit: adds }] : [],
  );

/** The row as its schema wants it, dates as ISO; undefined, with the problems, when it does not fit. */
export function readRow<Key extends string, S extends z.ZodType>(
  row: TableRow<Key>,
  columns: readonly TableColumn<Key>[],
  schema: S,
  diagnostics: Diagnostic[],
): z.output<S> | undefined {
  const data: Record<string, unknown> = {};
  const before = diagnostics.length;
  for (const { key, type, heading } of columns) {
    const cell = row.cells[key];
    if (!cell) continue;
    if (type === 'text') data[key] = textOf(cell, diagnostics);
    else if (type === 'code') data[key] = cellText(cell).normalize('NFKC').toUpperCase();
    else if (type === 'value') data[key] = heldValue(cell, diagnostics)?.value;
    else {
      const date = cellDate(cell, type, heading);
      if (date.value !== undefined) data[key] = date.value;
      diagnostics.push(...date.diagnostics);
    }
  }
  const place = (path: readonly PropertyKey[]): Origin => row.cells[path[0] as Key]?.at ?? row.at;
  const checked = checkSchema(schema, {
    data,
    at: place,
    atKey: place,
    raw: (path) => cellText(row.cells[path[0] as Key]),
    label: (path) => columns.find((column) => column.key === path[0])?.heading,
  });
  // 甲、乙、1、2、3 below the headings: whose code is none is perhaps no row of the table, of which nothing else need be said.
  const code = columns.find(({ type }) => type === 'code');
  const at = code && row.cells[code.key]?.at;
  const odd = checked.diagnostics.find((one) => at !== undefined && one.at === at);
  if (odd) diagnostics.splice(before, Infinity, strayRow(odd));
  else diagnostics.push(...checked.diagnostics);
  return checked.value;
}
