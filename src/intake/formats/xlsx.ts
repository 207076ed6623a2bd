/** Returns on the spreadsheet form: .xlsx as Excel, WPS and LibreOffice save it, .xlsm with its macros left alone. */
import { readForm } from './form.ts';
import type { SubmissionFormat } from './format.ts';
import { openWorkbook } from './workbook.ts';

export const xlsxFormat: SubmissionFormat = {
  name: 'Excel（.xlsx）',
  kind: 'zip',
  extensions: ['.xlsx', '.xlsm'],
  read: (file, bytes, index) => readForm(file, openWorkbook(file, bytes), index),
};
