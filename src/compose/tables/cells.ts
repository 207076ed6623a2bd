/** Small building blocks for tables. */
import type { CellAlign, TableBlock, TableCell, TableColumn } from '../../model/document/document.ts';
import type { Figure } from '../../model/document/figure.ts';
import { plainText } from '../../model/document/inline.ts';
import type { TaskRecord } from '../../model/ledger/ledger.ts';
import type { Status } from '../../model/status.ts';
import { type Rich, toInlines } from '../engine/value.ts';

/** A table without the parts that the template gives it (caption, id, number). */
export type TableContent = Omit<TableBlock, 'kind' | 'id' | 'number' | 'caption'>;

export type CellValue = string | Figure | Rich | null;

/** Width of the text on a page turned on its side (A4, GB/T 9704-2012, 5.2), millimetres. */
export const SHEET_MM = 225;

/** … and on one that is not. */
export const TEXT_MM = 156;

/** A character of a table's type, millimetres; dense tables are set in small type. */
export const CHARACTER_MM: Record<TableBlock['density'], number> = { normal: 3.704, dense: 3.175 };

/** A column headed 序号 in ordinary type, millimetres: the two characters and the room at their sides, in one line. */
export const NUMBER_MM = 10.4;

/** A column of units in that type on a sheet: a name of six characters (省农业农村厅) in one line, not all but its last. */
export const UNIT_MM = 22.2;

/** A cell of one paragraph; null prints as “—”. */
export function cell(value: CellValue): TableCell {
  return { content: [toInlines(value) ?? []], colSpan: 1, rowSpan: 1, header: false };
}

export function headCell(text: string): TableCell {
  return { content: [[{ kind: 'text', text }]], colSpan: 1, rowSpan: 1, header: true };
}

/** A task in a row: 15.产业投资指南. */
export const taskName = ({ task }: Pick<TaskRecord, 'task'>): string => `${task.no}.${task.brief}`;

/** The short word: cells are narrow. null where there was none, as before the first quarter. */
export function statusMark(status: Status): Rich;
export function statusMark(status: Status | null): Rich | null;
export function statusMark(status: Status | null): Rich | null {
  return status && { rich: [{ kind: 'status', status, form: 'short' }] };
}

export function columns(...shape: [width: number, align: CellAlign][]): TableColumn[] {
  return shape.map(([width, align]) => ({ width, align }));
}

/** A table of one head row. */
export function simpleTable(
  heads: string[],
  shape: TableColumn[],
  body: CellValue[][],
  options: Partial<Pick<TableContent, 'unitNote' | 'notes' | 'density'>> = {},
): TableContent {
  return {
    unitNote: options.unitNote ?? '',
    columns: shape,
    head: [heads.map(headCell)],
    body: body.map((row) => row.map(cell)),
    notes: options.notes ?? [],
    density: options.density ?? 'normal',
  };
}

/** A column of such a table: its head, its width in any measure, and what stands in it in a row. */
export type Column<Row> = readonly [
  head: string,
  width: number,
  align: CellAlign,
  value: (row: Row, index: number) => CellValue,
];

/** A table of one head row, with a row for each of `rows`; a column that is not shown is `false` or null. */
export function tableOf<Row>(
  rows: readonly Row[],
  possible: readonly (Column<Row> | false | null)[],
  options: Parameters<typeof simpleTable>[3] = {},
): TableContent {
  const shown = possible.filter((column) => column !== false && column !== null);
  return simpleTable(
    shown.map(([head]) => head),
    shown.map(([, width, align]) => ({ width, align })),
    rows.map((row, i) => shown.map(([, , , value]) => value(row, i))),
    options,
  );
}

/** The table with the first cell of each group of so many rows over all of them. */
export function joined(table: TableContent, groups: readonly number[]): TableContent {
  const firsts = new Map<number, number>();
  let row = 0;
  for (const size of groups) {
    firsts.set(row, size);
    row += size;
  }
  const body = table.body.map(([first, ...others], i) => {
    const rowSpan = firsts.get(i);
    return first && rowSpan ? [{ ...first, rowSpan }, ...others] : others;
  });
  return { ...table, body };
}

/** What a cell says, in one line. */
export const textOf = (cell: TableCell | undefined): string => cell?.content.map(plainText).join('') ?? '';

/** Rows of which each column has its own cell: no headings within the table. */
export const wholeRows = ({ head, body }: TableContent): TableCell[][] =>
  body.filter((row) => row.length === head[0]?.length);
