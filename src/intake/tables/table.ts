/** A table within a file's sheets, found by the words of its headings; columns may be moved, rows added. */
import type { z } from 'zod';
import { comparisonKey } from '../../base/chinese/text.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { cellError, columnMissing } from '../../base/messages/intake.ts';
import { headingUnit, rowWithoutCode } from '../../base/messages/tables.ts';
import type { Located, Origin } from '../../base/origin.ts';
import { cellFault, cellText, cellValue, type Sheet, type SheetCell } from '../formats/sheet.ts';
import { checkSchema } from '../schema.ts';
import { cellDate } from './dates.ts';

export interface TableColumn<Key extends string> {
  key: Key;
  /** With the unit in brackets, where there is one: 总投资（万元）. */
  heading: string;
  /** Whether the table is of no use without it. */
  required: boolean;
  type: 'text' | 'value' | 'date' | 'month';
}

export interface TableRow<Key extends string> {
  at: Origin;
  cells: Partial<Record<Key, SheetCell>>;
}

export interface Table<Key extends string> {
  rows: TableRow<Key>[];
  /** What a “label：value” cell above the headings, or a pair of cells on any sheet, says. */
  fact(label: string): Located<string> | undefined;
}

/** Headings are looked for in so many rows from the top. */
const HEAD_SEARCH = 12;
const UNIT_IN_HEADING = /\(([^)]*)\)$/;
const bare = (heading: string): string => comparisonKey(heading).replace(UNIT_IN_HEADING, '');
const unitIn = (heading: string): string => UNIT_IN_HEADING.exec(comparisonKey(heading))?.[1] ?? '';
/** Rows that offices put below the last one. */
const NO_ENTRY = /^(?:合计|总计|小计|注[:：]|说明|填表人|审核)/;

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
  const best = heads.reduce<Head | undefined>((a, b) => (a && a.matches >= b.matches ? a : b), undefined);
  const cells = best && best.matches > 1 ? (best.sheet.rows[best.row] ?? []) : [];
  const places = columns.map((column) => ({
    column,
    index: cells.findIndex((cell) => cell !== undefined && bare(cellText(cell)) === bare(column.heading)),
  }));
  const at: Origin = best?.sheet.name ? { file, sheet: best.sheet.name } : { file };
  const before = diagnostics.length;
  for (const { column, index } of places) {
    if (index < 0 && column.required) diagnostics.push(columnMissing(at, column.heading));
    const cell = cells[index];
    const unit = cell && unitIn(cellText(cell));
    // A column in another unit would turn every bare number in it into a wrong one.
    if (cell && unit && unit !== unitIn(column.heading))
      diagnostics.push(headingUnit(cell.at, column.heading, unit));
  }
  if (!best || diagnostics.length > before) return undefined;
  return {
    rows: rowsBelow(best, places, diagnostics),
    fact: (label) => factIn(best, sheets, label),
  };
}

function rowsBelow<Key extends string>(
  { sheet, row: head }: Head,
  places: readonly { column: TableColumn<Key>; index: number }[],
  diagnostics: Diagnostic[],
): TableRow<Key>[] {
  const first = places[0]?.column.key as Key;
  return sheet.rows.slice(head + 1).flatMap((cells) => {
    const row: TableRow<Key>['cells'] = {};
    for (const { column, index } of places) {
      const cell = index < 0 ? undefined : cells[index];
      if (!cell || cellText(cell) === '') continue;
      const fault = cellFault(cell);
      if (fault) diagnostics.push(cellError(cell.at, fault));
      else row[column.key] = cell;
    }
    const filled = Object.values<SheetCell | undefined>(row);
    const at = row[first]?.at ?? filled[0]?.at;
    if (!at || filled.some((cell) => cell && NO_ENTRY.test(cellText(cell)) && cell === filled[0])) return [];
    if (!row[first]) {
      diagnostics.push(rowWithoutCode(at, places[0]?.column.heading ?? ''));
      return [];
    }
    return [{ at, cells: row }];
  });
}

/** “填报单位：赣州市” above the headings first, then pairs of cells (填报单位 | 赣州市), as on hidden sheets. */
function factIn(head: Head, sheets: readonly Sheet[], label: string): Located<string> | undefined {
  for (const cell of head.sheet.rows.slice(0, head.row).flat()) {
    const said = new RegExp(`${label}[:：]\\s*([^\\s，,；;）)]+)`).exec(cellText(cell));
    if (cell && said) return { value: said[1] as string, at: cell.at };
  }
  for (const sheet of [...sheets].reverse()) {
    const pair = sheet.rows.find((row) => cellText(row[0]) === label);
    const value = pair?.[1];
    if (value && cellText(value) !== '') return { value: cellText(value), at: value.at };
  }
  return undefined;
}

/** The row as its schema wants it, dates as ISO; undefined, with the problems, when it does not fit. */
export function readRow<Key extends string, S extends z.ZodType>(
  row: TableRow<Key>,
  columns: readonly TableColumn<Key>[],
  schema: S,
  diagnostics: Diagnostic[],
): z.output<S> | undefined {
  const data: Record<string, unknown> = {};
  for (const { key, type, heading } of columns) {
    const cell = row.cells[key];
    if (!cell) continue;
    if (type === 'text') data[key] = cellText(cell);
    else if (type === 'value') data[key] = cellValue(cell);
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
  diagnostics.push(...checked.diagnostics);
  return checked.value;
}
