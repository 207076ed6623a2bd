/**
 * A table as CSV (RFC 4180, CRLF) in UTF-8 with a byte order mark, so that Excel and WPS read it rightly on opening.
 * Spreadsheet programs take a text that begins with = + - @ for a formula: it gets a ' in front, as OWASP advises.
 */
import { toFixed } from '../../base/decimal.ts';
import type { ExportCell, ExportTable } from '../../model/ledger/export-table.ts';

const BYTE_ORDER_MARK = '\ufeff';
/** Also full-width ＝＋－＠, which some versions fold, and the tabs and returns that hide one. */
const RISKY = /^[\s'’]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Title and note line are left out: the first record holds the column keys' headings. Formulas stand as their results. */
export function writeCsv(table: ExportTable): Uint8Array {
  const lines = [
    table.columns.map(({ heading }) => field(heading)),
    ...table.rows.map(({ cells }) => table.columns.map(({ key }) => field(textOf(cells[key] ?? null)))),
  ];
  return new TextEncoder().encode(
    `${BYTE_ORDER_MARK}${lines.map((line) => line.join(',')).join('\r\n')}\r\n`,
  );
}

function textOf(cell: ExportCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return RISKY.test(cell) ? `'${cell}` : cell;
  if ('number' in cell) return toFixed(cell.number, cell.decimals);
  return cell.result === null ? '' : toFixed(cell.result, cell.decimals);
}

const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
