/** The form saved in the old format of Excel (.xls) or in WPS' own (.et), which is the same. */
import { readForm } from './form.ts';
import type { SubmissionFormat } from './index.ts';
import { openWorkbook } from './workbook.ts';

export const xlsFormat: SubmissionFormat = {
  name: '旧版 Excel（.xls）',
  kind: 'ole',
  extensions: ['.xls', '.et'],
  read(file, bytes, index) {
    const sheets = openWorkbook(file, bytes);
    return sheets.value
      ? readForm(file, sheets.value, index, sheets.diagnostics)
      : { value: undefined, diagnostics: sheets.diagnostics };
  },
};
