/** Exported tables as a workbook: nothing locked, formulas live, every text a text. */
import { type Cell, type CellStyle, type MergeRange, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import {
  EXPORT_HEAD_ROWS,
  type ExportCell,
  type ExportTable,
  exportRef,
} from '../../model/ledger/export-table.ts';
import { bodyStyle, HEADING, printSetup, SUBTITLE, TITLE } from './form-style.ts';
import { heightOf, linesOf } from './row-heights.ts';

/** More columns than this are too small to read on A4. */
const WIDE = 14;
/** What a cell of Excel holds at most. */
const MOST_CHARACTERS = 32767;

/** The same tables and date give the same bytes. `date`: ISO, stands for “now”. */
export async function writeExportWorkbook(
  tables: readonly ExportTable[],
  about: { title: string; creator: string; date: string },
): Promise<Uint8Array> {
  const dated = new Date(`${about.date}T00:00:00Z`);
  return writeXlsx({
    sheets: tables.map(sheetOf),
    defaultFont: { name: '宋体', size: 10 },
    properties: { title: about.title, creator: about.creator, created: dated, modified: dated },
  });
}

function sheetOf(table: ExportTable): WriteSheet {
  const { columns, rows } = table;
  const cells = new Map<string, Partial<Cell>>();
  const merges: MergeRange[] = [];
  for (const [row, text, style] of [
    [0, table.title, TITLE],
    [1, table.subtitle, SUBTITLE],
  ] as const) {
    cells.set(`${row},0`, { value: text, style });
    if (columns.length > 1)
      merges.push({ startRow: row, startCol: 0, endRow: row, endCol: columns.length - 1 });
  }
  columns.forEach(({ heading }, c) => {
    cells.set(`${EXPORT_HEAD_ROWS - 1},${c}`, { value: heading, style: HEADING });
  });
  rows.forEach((row, i) => {
    const r = EXPORT_HEAD_ROWS + i;
    columns.forEach(({ key, centred }, c) => {
      cells.set(`${r},${c}`, cellOf(row.cells[key] ?? null, centred, table, i));
      const span = row.span ?? 1;
      if (span > 1 && !table.ownToRow?.includes(key)) {
        merges.push({ startRow: r, startCol: c, endRow: r + span - 1, endCol: c });
      }
    });
  });
  const print = printSetup({ headingRow: EXPORT_HEAD_ROWS, foot: table.title });
  return {
    name: table.name,
    rows: [...Array(EXPORT_HEAD_ROWS + rows.length)].map(() => []),
    columns: columns.map(({ width }) => ({ width })),
    cells,
    merges,
    rowDefs: heights(table),
    freezePane: { rows: EXPORT_HEAD_ROWS, columns: 2 },
    pageSetup: { ...print.pageSetup, paperSize: columns.length > WIDE ? 'a3' : 'a4' },
    headerFooter: print.headerFooter,
  };
}

function cellOf(cell: ExportCell, centred: boolean, table: ExportTable, row: number): Partial<Cell> {
  const style = (decimals?: number): CellStyle => ({
    ...bodyStyle({ entry: false, centred }),
    // Text format: a text that begins with = stays one when the cell is edited.
    numFmt: decimals === undefined ? '@' : decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`,
  });
  if (cell === null || cell === '') return { value: null, style: style() };
  if (typeof cell === 'string')
    return { value: cell.slice(0, MOST_CHARACTERS), type: 'string', style: style() };
  if ('number' in cell) return { value: cell.number, type: 'number', style: style(cell.decimals) };
  const formula = cell.formula.replace(/\{(\w+)\}/g, (_, key: string) => exportRef(table.columns, key, row));
  return {
    value: null,
    type: 'formula',
    formula,
    formulaResult: cell.result,
    style: style(cell.decimals),
  };
}

/** Heights that show the texts whole: spreadsheet programs do not fit rows to merged cells. */
function heights({ columns, rows, ownToRow }: ExportTable): Map<number, { height: number }> {
  const out = new Map<number, { height: number }>([
    [0, { height: 30 }],
    [1, { height: 22 }],
    [EXPORT_HEAD_ROWS - 1, { height: 32 }],
  ]);
  rows.forEach(({ cells, span }, i) => {
    const first = rows.slice(0, i + 1).findLast((row) => row.span !== 0);
    const need = columns.map(({ key, width }) => {
      const own = ownToRow?.includes(key) ?? true;
      const cell = own ? cells[key] : first?.cells[key];
      const share = own ? 1 : Math.max(first?.span ?? span ?? 1, 1);
      return typeof cell === 'string' ? linesOf(cell, width) / share : 1;
    });
    out.set(EXPORT_HEAD_ROWS + i, { height: heightOf(Math.max(1, ...need)) });
  });
  return out;
}
