/** The form saved in the old format of Excel (.xls) or in WPS' own (.et), which is the same. */
import { readForm } from './form.ts';
import type { SubmissionFormat } from './format.ts';
import { openWorkbook } from './workbook.ts';

export const xlsFormat: SubmissionFormat = {
  name: '旧版 Excel（.xls）',
  kind: 'ole',
  extensions: ['.xls', '.et'],
  read: (file, bytes, index) => readForm(file, openWorkbook(file, bytes), index),
};
