/** Returns on the spreadsheet form: .xlsx as Excel, WPS and LibreOffice save it, .xlsm with its macros left alone. */
import { readForm } from './form.ts';
import type { SubmissionFormat } from './index.ts';
import { openWorkbook } from './workbook.ts';

export const xlsxFormat: SubmissionFormat = {
  name: 'Excel（.xlsx）',
  kind: 'zip',
  extensions: ['.xlsx', '.xlsm'],
  read(file, bytes, index) {
    const sheets = openWorkbook(file, bytes);
    return sheets.value
      ? readForm(file, sheets.value, index, sheets.diagnostics)
      : { value: undefined, diagnostics: sheets.diagnostics };
  },
};
