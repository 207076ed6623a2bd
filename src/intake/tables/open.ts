/** Files that hold a table: .csv and .xlsx/.xls/.ods → sheets of located cells. */
import type { Outcome } from '../../base/diagnostic.ts';
import { notText, unknownFormat, wordsLost } from '../../base/messages/files.ts';
import { emptyFile, fileTooLarge, tooManyRows, webPage, xmlTable } from '../../base/messages/sent-files.ts';
import { quoteOpen } from '../../base/messages/slips.ts';
import { csvSheet, decodeText, isWordless } from '../formats/csv-text.ts';
import { MOST_ROWS, type Sheet } from '../formats/sheet.ts';
import { type FileKind, looksTabular, sniff } from '../formats/sniff.ts';
import { openWorkbook } from '../formats/workbook.ts';

/** The whole project list has a hundred kilobytes. */
const MOST_BYTES = 8 * 2 ** 20;

const TABLE_EXTENSIONS: readonly string[] = ['.xlsx', '.xlsm', '.xls', '.et', '.ods', '.csv'];
const PACKAGES: readonly FileKind[] = ['zip', 'ole'];

/** All sheets of the file, hidden ones too; a CSV is one sheet without a name. By content where the name tells nothing. */
export function openTables(file: string, bytes: Uint8Array): Outcome<Sheet[]> {
  const kind = sniff(bytes);
  const extension = TABLE_EXTENSIONS.find((e) => file.toLowerCase().endsWith(e));
  if (extension === undefined) {
    const opened =
      kind === 'text' && looksTabular(bytes) ? openText(file, bytes) : openPackage(file, bytes, kind);
    // Whatever else lies in a folder of returns is none of our business, and so no error.
    return opened?.value ? opened : { value: undefined, diagnostics: [unknownFormat(file)] };
  }
  if (kind === 'html') return { value: undefined, diagnostics: [webPage(file)] };
  if (kind === 'xmlTable') return { value: undefined, diagnostics: [xmlTable(file)] };
  if (kind === 'empty') return { value: undefined, diagnostics: [emptyFile(file)] };
  const text = extension === '.csv' ? !PACKAGES.includes(kind) : kind === 'text' && looksTabular(bytes);
  return text ? openText(file, bytes) : openWorkbook(file, bytes);
}

const openPackage = (file: string, bytes: Uint8Array, kind: FileKind): Outcome<Sheet[]> | undefined =>
  PACKAGES.includes(kind) ? openWorkbook(file, bytes) : undefined;

function openText(file: string, bytes: Uint8Array): Outcome<Sheet[]> {
  if (bytes.length > MOST_BYTES)
    return { value: undefined, diagnostics: [fileTooLarge(file, bytes.length, MOST_BYTES)] };
  const decoded = decodeText(bytes);
  if (!decoded) return { value: undefined, diagnostics: [notText(file)] };
  if (isWordless(decoded.text)) return { value: undefined, diagnostics: [wordsLost(file)] };
  const sheet = csvSheet(file, decoded.text);
  if (sheet.cut) return { value: undefined, diagnostics: [tooManyRows({ file }, MOST_ROWS)] };
  return { value: [sheet], diagnostics: sheet.broken ? [quoteOpen(sheet.broken)] : [] };
}
