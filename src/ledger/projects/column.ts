/** What is found of a month's projects, where a city filled in a whole column by another unit: once for the column. Pure. */
import { groupBy } from '../../base/group.ts';
import { columnInOtherUnit } from '../../base/messages/projects.ts';
import type { Finding } from '../../model/ledger/finding.ts';
import { columnUnit, fitsUnit } from '../../model/ledger/project-column.ts';
import type { ProjectRecord } from '../../model/ledger/project-ledger.ts';
import { INVESTMENT_UNIT } from '../../model/region/project.ts';
import { PROJECT_RETURN_COLUMNS } from '../../model/returns/project-form.ts';
import { findingOf } from '../returns/acknowledge.ts';
import { COLUMN_CHECK } from './checks/index.ts';

/** What the unit alone makes of such a row. */
const FOLLOWS: readonly string[] = [
  'falling',
  'exchanged',
  'tenfold',
  'month-sum',
  'beyond-total',
  'beyond-plan',
].map((name) => `project-${name}`);

/** The findings of all projects, those that only follow from the unit of a column put into one. */
export function foundByColumn(records: readonly ProjectRecord[]): Finding[] {
  const columns: Finding[] = [];
  const taken = new Set<ProjectRecord>();
  for (const [city, own] of groupBy(records, ({ project }) => project.city)) {
    const rows = own.flatMap((record) => {
      const now = record.months.at(-1)?.entry?.cumulative;
      const last = record.months.at(-2)?.cumulative;
      return now && last && now.value > 0 && last.value > 0
        ? [{ record, now, value: now.value, last: last.value }]
        : [];
    });
    const unit = columnUnit(rows);
    const fitting = unit ? rows.filter((row) => fitsUnit(row, unit)) : [];
    const [first] = fitting;
    if (!unit || !first) continue;
    // Of a project's first number nothing tells the unit, but its column.
    const firsts = own.filter(({ months }) => !months.at(-2)?.cumulative?.value);
    for (const record of [...fitting.map((row) => row.record), ...firsts]) taken.add(record);
    const { provenance } = first.now;
    const at = provenance.kind === 'submission' ? provenance.at : first.record.project.at;
    const heading = PROJECT_RETURN_COLUMNS.find(({ key }) => key === 'cumulative')?.heading ?? '';
    const facts = { heading, rows: fitting.length, of: rows.length, unit, wanted: INVESTMENT_UNIT };
    const { message } = columnInOtherUnit(at, city, facts);
    columns.push(
      findingOf({ check: COLUMN_CHECK, effect: 'verify', unit: city, subject: city, message, at }),
    );
  }
  const others = records.flatMap((record) =>
    record.findings.filter(({ check }) => !taken.has(record) || !FOLLOWS.includes(check)),
  );
  return [...columns, ...others];
}
