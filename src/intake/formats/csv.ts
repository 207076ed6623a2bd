/** The form's first sheet saved as text: UTF-8 with or without a mark, UTF-16 or GBK; commas, semicolons or tabs. */
import { utils } from '@e965/xlsx';
import type { Outcome } from '../../base/diagnostic.ts';
import { wordsLost } from '../../base/messages/files.ts';
import { fileTooLarge, gbkText, tooManyRows, unknownEncoding } from '../../base/messages/sent-files.ts';
import { quoteOpen } from '../../base/messages/slips.ts';
import { COOPERATION_COLUMNS, GOAL_COLUMNS, SHEETS, TASK_COLUMNS } from '../../model/returns/form.ts';
import { csvSheet, decodeText, isWordless } from './csv-text.ts';
import { readForm } from './form.ts';
import { findHead } from './form-head.ts';
import type { SubmissionFormat } from './format.ts';
import { MOST_ROWS, type Sheet } from './sheet.ts';

const MOST_BYTES = 4 * 2 ** 20;

export const csvFormat: SubmissionFormat = {
  name: '文本表格（.csv）',
  kind: 'text',
  extensions: ['.csv', '.txt', '.tsv'],
  single: true,
  read: (file, bytes, index) => readForm(file, openCsv(file, bytes), index, true),
};

/** By its headings; the text says nothing of the sheet that it was. */
function tableName(sheet: Sheet): string {
  const tables = [
    { name: SHEETS.tasks, matches: findHead(sheet, TASK_COLUMNS)?.matches ?? 0 },
    { name: SHEETS.goals, matches: findHead(sheet, GOAL_COLUMNS)?.matches ?? 0 },
    { name: SHEETS.cooperation, matches: findHead(sheet, COOPERATION_COLUMNS)?.matches ?? 0 },
  ];
  return tables.reduce((a, b) => (b.matches > a.matches ? b : a)).name;
}

/** One sheet, called like the form's, with cells as a spreadsheet program would number them. */
export function openCsv(file: string, bytes: Uint8Array): Outcome<Sheet[]> {
  if (bytes.length > MOST_BYTES)
    return { value: undefined, diagnostics: [fileTooLarge(file, bytes.length, MOST_BYTES)] };
  const decoded = decodeText(bytes);
  if (!decoded) return { value: undefined, diagnostics: [unknownEncoding(file)] };
  if (isWordless(decoded.text)) return { value: undefined, diagnostics: [wordsLost(file)] };
  const { rows, broken, cut } = csvSheet(file, decoded.text);
  if (cut) return { value: undefined, diagnostics: [tooManyRows({ file }, MOST_ROWS)] };
  const name = tableName({ name: '', file, rows });
  const placed = rows.map((row, r) =>
    row.map((cell, c) => cell && { ...cell, at: { file, sheet: name, cell: utils.encode_cell({ r, c }) } }),
  );
  return {
    value: [{ name, file, rows: placed }],
    diagnostics: [
      ...(decoded.encoding === 'gb18030' ? [gbkText(file)] : []),
      ...(broken ? [quoteOpen(broken)] : []),
    ],
  };
}
