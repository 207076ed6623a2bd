/** Returns on the spreadsheet form. Headings are found by their words, so that moved columns and added rows do no harm. */
import { read, type WorkBook } from '@e965/xlsx';
import { parseDate } from '../../base/chinese/date.ts';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import { formVersion, notSpreadsheet, sheetMissing } from '../../base/messages/intake.ts';
import { nearest } from '../../base/nearest.ts';
import { FORM_VERSION, META_LABELS, type MetaKey, SHEETS } from '../../model/form.ts';
import { parsePeriod } from '../../model/period.ts';
import type { LocatedData } from '../located.ts';
import { readGoalRows, readTaskRows } from './form-rows.ts';
import type { SubmissionFormat } from './index.ts';
import { type Recorder, recorder } from './recorder.ts';
import { cellText, type Sheet, sheetOf } from './sheet.ts';

export const xlsxFormat: SubmissionFormat = { extensions: ['.xlsx'], read: readForm };

/** A zip package; an old .xls that was only renamed. */
const SIGNATURES = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

function readForm(file: string, bytes: Uint8Array): Outcome<LocatedData> {
  let book: WorkBook;
  // The library takes any bytes for a text table.
  if (!SIGNATURES.some((signature) => signature.every((byte, i) => bytes[i] === byte))) {
    return { value: undefined, diagnostics: [notSpreadsheet(file)] };
  }
  try {
    book = read(bytes, { type: 'array', cellDates: false, cellNF: true, cellText: true, sheetStubs: false });
  } catch {
    return { value: undefined, diagnostics: [notSpreadsheet(file)] };
  }
  const diagnostics: Diagnostic[] = [];
  const sheet = (name: string): Sheet | undefined => sheetOf(book, file, name);
  const tasks = sheet(SHEETS.tasks);
  if (!tasks) {
    return {
      value: undefined,
      diagnostics: [sheetMissing({ file }, SHEETS.tasks, nearest(SHEETS.tasks, book.SheetNames))],
    };
  }
  const record = recorder({ file, sheet: tasks.name });
  readMeta([sheet(SHEETS.meta), sheet(SHEETS.guide)], record, diagnostics);
  readTaskRows(tasks, record, diagnostics);
  const goals = sheet(SHEETS.goals);
  if (goals) readGoalRows(goals, record, diagnostics);
  return { value: record.located, diagnostics };
}

/** The pairs “label | value” of _meta; those of 填报说明 where _meta was lost or left empty. */
function readMeta(sheets: (Sheet | undefined)[], record: Recorder, diagnostics: Diagnostic[]): void {
  const found = (key: MetaKey) => {
    for (const sheet of sheets) {
      const pair = sheet?.rows.find((row) => cellText(row[0]) === META_LABELS[key]);
      const value = pair?.[1];
      if (value && cellText(value) !== '') return { text: cellText(value), at: value.at };
    }
    return undefined;
  };
  const version = found('version');
  if (version && version.text !== FORM_VERSION) {
    diagnostics.push(formVersion(version.at, version.text, FORM_VERSION));
  }
  const unit = found('unit');
  if (unit) record.set(['unit'], unit.text, unit.at);
  const period = found('period');
  if (period) record.set(['period'], parsePeriod(period.text)?.id ?? period.text, period.at);
  const receivedAt = found('receivedAt');
  if (receivedAt) record.set(['receivedAt'], parseDate(receivedAt.text) ?? receivedAt.text, receivedAt.at);
  const demo = found('demo');
  if (demo) record.set(['demo'], demo.text, demo.at);
}
