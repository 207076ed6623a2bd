/** Files that hold a table: .csv and .xlsx/.xls → sheets of located cells. */
import type { Outcome } from '../../base/diagnostic.ts';
import { fileTooLarge } from '../../base/messages/collect.ts';
import { notText, unknownFormat } from '../../base/messages/intake.ts';
import type { Sheet } from '../formats/sheet.ts';
import { openWorkbook } from '../formats/workbook.ts';
import { csvSheet, decodeText } from './csv.ts';

/** The whole project list has a hundred kilobytes. */
const MOST_BYTES = 8 * 2 ** 20;

export const TABLE_EXTENSIONS: readonly string[] = ['.csv', '.xlsx', '.xls'];

/** All sheets of the file, hidden ones too; a CSV is one sheet without a name. */
export function openTables(file: string, bytes: Uint8Array): Outcome<Sheet[]> {
  const extension = TABLE_EXTENSIONS.find((e) => file.toLowerCase().endsWith(e));
  if (!extension) return { value: undefined, diagnostics: [unknownFormat(file, TABLE_EXTENSIONS)] };
  if (extension !== '.csv') return openWorkbook(file, bytes);
  if (bytes.length > MOST_BYTES) {
    const size = `${Math.ceil(bytes.length / 2 ** 20)} MB`;
    return { value: undefined, diagnostics: [fileTooLarge(file, size, `${MOST_BYTES / 2 ** 20} MB`)] };
  }
  const text = decodeText(bytes);
  if (text === undefined) return { value: undefined, diagnostics: [notText(file)] };
  return { value: [csvSheet(file, text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'))], diagnostics: [] };
}
