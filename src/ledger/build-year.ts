/** The ledger stage for a year: the statistics, and the ledger of the last quarter with projects and cities. */
import type { Outcome } from '../base/diagnostic.ts';
import type { Inputs } from '../model/inputs.ts';
import type { YearLedger } from '../model/ledger/ledger.ts';
import type { Year } from '../model/period.ts';
import type { StatisticConflict, Statistics } from '../model/statistics/statistic.ts';
import type { WhitePaper } from '../model/white-paper.ts';
import { buildLedger } from './build-ledger.ts';
import { markOfBook } from './demo-mark.ts';
import { openDesk } from './statistics/desk.ts';

/** Findings of the quarter were told when the quarter was built; what a book needs is its figures. */
export function buildYearLedger(
  inputs: Inputs,
  statistics: Statistics,
  book: WhitePaper,
  year: Year,
): Outcome<YearLedger> {
  const quarter = buildLedger(
    inputs,
    { id: `${year.id}Q4`, year: year.year, quarter: 4 },
    { regional: true },
  );
  if (!quarter.value) return { value: undefined, diagnostics: quarter.diagnostics };
  const { plan, projects, cities } = quarter.value;
  const own = { ...statistics, conflicts: statistics.conflicts.filter((one) => isOf(one, year)) };
  const mark = markOfBook(quarter.value.demo, statistics.values, year.year);
  return {
    value: {
      plan,
      year,
      setting: { asOf: book.issued || `${year.id}-12-31` },
      statistics: own,
      desk: openDesk(own),
      quarter: quarter.value,
      projects,
      cities,
      book,
      demo: mark.demo,
    },
    diagnostics: [
      ...quarter.diagnostics.filter((d) => d.severity === 'error' || d.code === 'demoMark'),
      ...mark.diagnostics,
    ],
  };
}

/** A contradiction of one year's plan is none of the next. */
const isOf = ({ years }: StatisticConflict, { year }: Year): boolean => years?.includes(year) ?? true;
