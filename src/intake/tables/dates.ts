/** Dates and months in cells, as text in the usual styles or as a spreadsheet's own dates. */
import { formatDate, lastDayOf, parseDate } from '../../base/chinese/date.ts';
import { notYet } from '../../base/chinese/nothing.ts';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import { unreadableDate, valueLeftBlank } from '../../base/messages/intake.ts';
import {
  dateAsNumber,
  dateTooEarly,
  monthForDay,
  monthUnclear,
  unreadableMonth,
} from '../../base/messages/tables.ts';
import { parseMonth } from '../../model/period.ts';
import { bareSerial, cellText, type SheetCell } from '../formats/sheet.ts';

/** past: the day on which something came about, of which people often remember no more than the month. */
export type DateType = 'date' | 'past' | 'month';

/**
 * ISO date, or month as 2022-03; a whole date is fine where a month is asked for, and a month where a past day is (see
 * readByMonth). A day that has not come is left blank.
 */
export function cellDate(cell: SheetCell, type: DateType, field: string): Outcome<string> {
  const text = cellText(cell);
  if (type !== 'date' && isCutShort(cell)) {
    const year = text.slice(0, 4);
    return { value: undefined, diagnostics: [monthUnclear(cell.at, field, text, year)] };
  }
  const date = parseDate(text.replace(MIDNIGHT, ''));
  if (date !== undefined && date < FIRST_DAY)
    return { value: undefined, diagnostics: [dateTooEarly(cell.at, field, text)] };
  const value = type === 'month' ? (date?.slice(0, 7) ?? parseMonth(text)?.id) : date;
  if (value !== undefined) return { value, diagnostics: [] };
  const last = type === 'past' ? lastDayOf(text) : undefined;
  if (last !== undefined) return { value: last, diagnostics: [] };
  if (type !== 'month' && notYet(text)) return { value, diagnostics: [valueLeftBlank(cell.at, field, text)] };
  const meant = bareSerial(text, cell.date1904);
  if (meant !== undefined)
    return { value: undefined, diagnostics: [dateAsNumber(cell.at, field, text, formatDate(meant))] };
  const problem = type === 'month' ? unreadableMonth : unreadableDate;
  return { value: undefined, diagnostics: [problem(cell.at, field, text)] };
}

/** Programs that save a day as text may write the hour of its beginning behind it. */
const MIDNIGHT = /[ T]0?0:00(?::00(?:\.0+)?)?$/;
/** No plan asks for days before: 2022 typed in a cell for dates becomes 1905-07-14, and 1 becomes 1900-01-01. */
const FIRST_DAY = '2000-01-01';

/** 2022.10, typed as a number, is kept and shown as 2022.1; a text file does not say which of the two it was. */
const isCutShort = (cell: SheetCell): boolean =>
  (cell.cell.t === 'n' || cell.at.line !== undefined) && /^\d{4}\.1$/.test(cellText(cell));

/** To be told of a past day that is taken: that its cell says no more than the month. */
export function readByMonth(cell: SheetCell, field: string): Diagnostic[] {
  const text = cellText(cell);
  const last = parseDate(text) === undefined ? lastDayOf(text) : undefined;
  return last === undefined ? [] : [monthForDay(cell.at, field, text, formatDate(last))];
}
