/** The form saved as an open document spreadsheet, by LibreOffice or WPS. */
import { readForm } from './form.ts';
import type { SubmissionFormat } from './format.ts';
import { openWorkbook } from './workbook.ts';

export const odsFormat: SubmissionFormat = {
  name: '开放文档表格（.ods）',
  kind: 'zip',
  extensions: ['.ods'],
  read: (file, bytes, index) => readForm(file, openWorkbook(file, bytes), index),
};
