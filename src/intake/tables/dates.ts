/** Dates and months in cells, as text in the usual styles or as a spreadsheet's own dates. */
import { formatDate, parseDate } from '../../base/chinese/date.ts';
import { notYet } from '../../base/chinese/nothing.ts';
import type { Outcome } from '../../base/diagnostic.ts';
import { unreadableDate, valueLeftBlank } from '../../base/messages/intake.ts';
import { dateAsNumber, unreadableMonth } from '../../base/messages/tables.ts';
import { parseMonth } from '../../model/period.ts';
import { bareSerial, cellText, type SheetCell } from '../formats/sheet.ts';

/** ISO date, or month as 2022-03; a whole date is fine where a month is asked for. A day that has not come is left blank. */
export function cellDate(cell: SheetCell, type: 'date' | 'month', field: string): Outcome<string> {
  const text = cellText(cell);
  const date = parseDate(text);
  const value = type === 'date' ? date : (date?.slice(0, 7) ?? parseMonth(text)?.id);
  if (value !== undefined) return { value, diagnostics: [] };
  if (type === 'date' && notYet(text)) return { value, diagnostics: [valueLeftBlank(cell.at, field, text)] };
  const meant = bareSerial(text, cell.date1904);
  if (meant !== undefined)
    return { value: undefined, diagnostics: [dateAsNumber(cell.at, field, text, formatDate(meant))] };
  const problem = type === 'date' ? unreadableDate : unreadableMonth;
  return { value: undefined, diagnostics: [problem(cell.at, field, text)] };
}
