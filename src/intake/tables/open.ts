/** Files that hold a table: .csv and .xlsx/.xls → sheets of located cells. */
import type { Outcome } from '../../base/diagnostic.ts';
import { emptyFile, fileTooLarge } from '../../base/messages/collect.ts';
import { notText, unknownFormat } from '../../base/messages/intake.ts';
import type { Sheet } from '../formats/sheet.ts';
import { type FileKind, looksTabular, sniff } from '../formats/sniff.ts';
import { openWorkbook } from '../formats/workbook.ts';
import { csvSheet, decodeText } from './csv.ts';

/** The whole project list has a hundred kilobytes. */
const MOST_BYTES = 8 * 2 ** 20;

export const TABLE_EXTENSIONS: readonly string[] = ['.csv', '.xlsx', '.xls'];
const PACKAGES: readonly FileKind[] = ['zip', 'ole'];

/** All sheets of the file, hidden ones too; a CSV is one sheet without a name. By content where the name tells nothing. */
export function openTables(file: string, bytes: Uint8Array): Outcome<Sheet[]> {
  const kind = sniff(bytes);
  if (kind === 'empty') return { value: undefined, diagnostics: [emptyFile(file)] };
  const extension = TABLE_EXTENSIONS.find((e) => file.toLowerCase().endsWith(e));
  const text = kind === 'text' && (extension === undefined || extension === '.csv' || looksTabular(bytes));
  if (extension === undefined && !text && !PACKAGES.includes(kind))
    return { value: undefined, diagnostics: [unknownFormat(file, TABLE_EXTENSIONS)] };
  return text || (extension === '.csv' && !PACKAGES.includes(kind))
    ? openText(file, bytes)
    : openWorkbook(file, bytes);
}

function openText(file: string, bytes: Uint8Array): Outcome<Sheet[]> {
  if (bytes.length > MOST_BYTES) {
    const size = `${Math.ceil(bytes.length / 2 ** 20)} MB`;
    return { value: undefined, diagnostics: [fileTooLarge(file, size, `${MOST_BYTES / 2 ** 20} MB`)] };
  }
  const decoded = decodeText(bytes);
  if (!decoded) return { value: undefined, diagnostics: [notText(file)] };
  return { value: [csvSheet(file, decoded.text)], diagnostics: [] };
}
