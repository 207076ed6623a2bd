/** A plain table with formulas: what the exported workbooks and CSV files are written from. */

/** A formula names other cells of its row by column key (`{rate}`) or other sheets; `result` is what it comes to. */
interface FormulaCell {
  formula: string;
  result: number | null;
  decimals: number;
}
interface NumberCell {
  number: number;
  decimals: number;
}
/** null: empty. Text is text, whatever it begins with. */
export type ExportCell = string | NumberCell | FormulaCell | null;

export interface ExportColumn {
  /** Stable name, also used in formulas. */
  key: string;
  heading: string;
  /** In half-width characters. */
  width: number;
  /** Short words and numbers are centred. */
  centred: boolean;
}

export interface ExportTable {
  /** Sheet name; no longer than 31 characters. */
  name: string;
  title: string;
  subtitle: string;
  columns: readonly ExportColumn[];
  rows: readonly { cells: Readonly<Record<string, ExportCell>>; span?: number }[];
  /** Columns that stand in every row; the others are merged over the `span` rows of their first one. */
  ownToRow?: readonly string[];
}

/** Rows above the first row of values in a workbook: title, note line, headings. */
export const EXPORT_HEAD_ROWS = 3;

/** A, B … Z, AA: the letter of a column (0 = A). */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? columnLetter(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

/** The cell of a column in a row (0 = first row of values): F4. */
export function exportRef(columns: readonly ExportColumn[], key: string, row: number): string {
  return `${columnLetter(columns.findIndex((column) => column.key === key))}${EXPORT_HEAD_ROWS + row + 1}`;
}
