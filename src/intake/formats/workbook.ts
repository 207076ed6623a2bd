/** Workbooks (.xlsx, .xlsm, .ods, .xls) → sheets of located cells, whatever the bytes may be. */
import { read, type WorkBook } from '@e965/xlsx';
import type { Outcome } from '../../base/diagnostic.ts';
import { brokenWorkbook, encryptedFile, fileTooLarge, notAReturn } from '../../base/messages/sent-files.ts';
import { sheetUnreadable, struckSomewhere } from '../../base/messages/slips.ts';
import { hiddenIn, hiddenInOds, hiddenOdsSheets, hiddenXlsColumns } from './hidden.ts';
import { openOdsPackage } from './ods-package.ts';
import { struckOdsCells } from './ods-struck.ts';
import { openPackage } from './package.ts';
import { plain } from './parts.ts';
import { type Hidden, MOST_ROWS, type Sheet, sheetOf } from './sheet.ts';
import { sniff } from './sniff.ts';
import { raisedCells, struckCells } from './struck.ts';
import { xlsRecords } from './xls-records.ts';
import { struckXlsCells } from './xls-struck.ts';

/** A filled form has some ten kilobytes; pictures may have been pasted in. */
export const MOST_BYTES = 20 * 2 ** 20;
/** An old .xls unpacks into memory at many times its size. */
const MOST_XLS_BYTES = 4 * 2 ** 20;
/** Of an encrypted package: its one stream, by its UTF-16 name. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
/** Old Office files have one container for all: [a stream of theirs, what they are]. */
const WORKBOOK = ['Workbook', 'Book'].map((name) => Buffer.from(name, 'utf16le'));
const OTHERS: readonly (readonly [Buffer, string])[] = [
  [Buffer.from('WordDocument', 'utf16le'), ' Word 或 WPS 文字文档'],
  [Buffer.from('PowerPoint Document', 'utf16le'), '演示文稿'],
];

const NONE_HIDDEN: Hidden = { rows: new Set(), columns: new Set() };

/** What is too large, damaged, locked or no workbook at all comes back as a diagnostic. */
export function openWorkbook(file: string, bytes: Uint8Array): Outcome<Sheet[]> {
  const refused = tooLarge(file, bytes, MOST_BYTES);
  if (refused) return refused;
  const ole = sniff(bytes) === 'ole';
  if (!ole) {
    const ods = openOdsPackage(file, bytes);
    const opened = ods ?? openPackage(file, bytes);
    if (!opened.value) return { ...opened, value: undefined };
    const read = parse(file, opened.value.zip, opened.diagnostics);
    const { parts } = opened.value;
    mark('struck', read.value ?? [], (ods ? struckOdsCells : struckCells)(parts));
    if (!ods) mark('raised', read.value ?? [], raisedCells(parts));
    const hidden = (ods ? hiddenInOds : hiddenIn)(parts);
    for (const sheet of read.value ?? []) sheet.hidden = hidden.get(sheet.name) ?? NONE_HIDDEN;
    const unseen = ods ? hiddenOdsSheets(parts) : undefined;
    for (const sheet of read.value ?? []) if (unseen?.has(sheet.name)) sheet.unseen = true;
    return read;
  }
  const container = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (container.includes(ENCRYPTED)) return { value: undefined, diagnostics: [encryptedFile(file)] };
  const other = OTHERS.find(([stream]) => container.includes(stream));
  if (other && !WORKBOOK.some((stream) => container.includes(stream)))
    return { value: undefined, diagnostics: [notAReturn(file, other[1])] };
  const big = tooLarge(file, bytes, MOST_XLS_BYTES);
  if (big) return big;
  const read = parse(file, bytes, []);
  const records = xlsRecords(bytes);
  const struck = struckXlsCells(records);
  const byName = new Map(
    (read.value ?? []).map(({ name }, i) => [name, struck.cells.get(i) ?? new Set<string>()]),
  );
  mark('struck', read.value ?? [], byName);
  const columns = hiddenXlsColumns(records);
  for (const [i, sheet] of (read.value ?? []).entries())
    sheet.hidden = { ...(sheet.hidden ?? NONE_HIDDEN), columns: columns.get(i) ?? new Set() };
  return struck.somewhere ? { ...read, diagnostics: [...read.diagnostics, struckSomewhere(file)] } : read;
}

function tooLarge(file: string, bytes: Uint8Array, limit: number): Outcome<never> | undefined {
  if (bytes.length <= limit) return undefined;
  return { value: undefined, diagnostics: [fileTooLarge(file, bytes.length, limit)] };
}

function parse(file: string, bytes: Uint8Array, before: Outcome<Sheet[]>['diagnostics']): Outcome<Sheet[]> {
  let book: WorkBook;
  try {
    book = quietly(() =>
      read(bytes, {
        type: 'array',
        cellDates: false,
        cellNF: true,
        cellText: true,
        cellFormula: true,
        cellHTML: false,
        // A formula that was never computed is a stub, and must not look like an empty cell.
        sheetStubs: true,
        sheetRows: MOST_ROWS + 1,
      }),
    );
  } catch (error) {
    const locked = error instanceof Error && /password|ECMA-376/i.test(error.message);
    return {
      value: undefined,
      diagnostics: [...before, locked ? encryptedFile(file) : brokenWorkbook(file)],
    };
  }
  book = withPlainNames(book);
  const sheets = book.SheetNames.flatMap((name) => sheetOf(book, file, name) ?? []);
  // The library leaves out, without a word, a sheet over which it stumbled.
  const lost = book.SheetNames.filter((name) => !book.Sheets[name]);
  const diagnostics = [...before, ...lost.map((sheet) => sheetUnreadable({ file, sheet }))];
  return { value: sheets, diagnostics };
}

/** Names of sheets as they are shown: of open document spreadsheets the library leaves them in the spelling of XML. */
function withPlainNames(book: WorkBook): WorkBook {
  if (book.bookType !== 'ods') return book;
  const sheets = Object.entries(book.Sheets).map(([name, sheet]) => [plain(name), sheet]);
  return { ...book, SheetNames: book.SheetNames.map(plain), Sheets: Object.fromEntries(sheets) };
}

/** The library says on the console, in English, what it does not understand of a format. */
function quietly<T>(work: () => T): T {
  const { error, warn } = console;
  Object.assign(console, { error: () => {}, warn: () => {} });
  try {
    return work();
  } finally {
    Object.assign(console, { error, warn });
  }
}

function mark(
  what: 'struck' | 'raised',
  sheets: readonly Sheet[],
  found: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  for (const { name, rows } of sheets) {
    const refs = found.get(name);
    for (const cell of refs ? rows.flat() : []) if (cell && refs?.has(cell.at.cell ?? '')) cell[what] = true;
  }
}
