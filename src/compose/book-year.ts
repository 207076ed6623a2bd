/** Whether a book's templates ask for the data of the year that is built, or still for those of an earlier one. */
import type { Diagnostic } from '../base/diagnostic.ts';
import { bookOfOtherYear } from '../base/messages/compose.ts';
import type { Month, Period, Year } from '../model/period.ts';
import type { TemplateFolder } from '../model/template.ts';

/** "city-va@2022", "city-va@2022-12-31" */
const ASKED = /"[\w-]+@(\d{4})/g;

/** Templates name the years of their statistics: a year on, the book would say last year's numbers under a new title. */
export function yearsAsked(folders: readonly TemplateFolder[], period: Period | Month | Year): Diagnostic[] {
  if ('quarter' in period || 'month' in period) return [];
  const { year } = period;
  return folders.flatMap(({ path, files }) => {
    const asked = [...files.values()].flatMap((text) =>
      [...text.matchAll(ASKED)].map((found) => Number(found[1])),
    );
    const newest = Math.max(...asked);
    return asked.length > 0 && newest !== year ? [bookOfOtherYear({ file: path }, newest, year)] : [];
  });
}
