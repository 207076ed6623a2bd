/** One project through the months of the year: what was reported, what is known where nothing was. */
import { subtract } from '../../base/decimal.ts';
import { groupBy } from '../../base/group.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { ProjectMonth, ProjectState } from '../../model/ledger/project-ledger.ts';
import { type Month, monthEnd, monthOf } from '../../model/period.ts';
import {
  INVESTMENT_UNIT,
  type Project,
  type ProjectEntry,
  type ProjectReturn,
} from '../../model/region/project.ts';
import { type Versions, versionsBy } from '../../model/returns/versions.ts';

interface MonthlyReturns extends Versions<ProjectReturn> {
  /** Of the one that counts, by code. */
  entries: ReadonlyMap<string, ProjectEntry>;
}

/** By month (2022-08) and city. */
export type ReturnsByMonth = ReadonlyMap<string, ReadonlyMap<string, MonthlyReturns>>;

/** By month, and in it by city, the version that counts. */
export function returnsByMonth(returns: readonly ProjectReturn[]): ReturnsByMonth {
  const withEntries = (one: Versions<ProjectReturn>): MonthlyReturns => ({
    ...one,
    entries: new Map(one.counting.entries.map((entry) => [entry.code, entry])),
  });
  return new Map(
    [...groupBy(returns, ({ month }) => month)].map(([month, own]) => [
      month,
      new Map([...versionsBy(own, ({ city }) => city)].map(([city, one]) => [city, withEntries(one)])),
    ]),
  );
}

const MONTH_RULE = '本月完成投资 = 本月累计 − 上月累计';

/** January up to the month. */
export function traceProject(project: Project, returns: ReturnsByMonth, month: Month): ProjectMonth[] {
  const months: ProjectMonth[] = [];
  // A date once reported holds until the city corrects it.
  let [startedOn, completedOn] = ['', ''];
  let heard = false;
  for (let no = 1; no <= month.month; no++) {
    const current = monthOf(month.year, no);
    const entry = returns.get(current.id)?.get(project.city)?.entries.get(project.code) ?? null;
    startedOn = entry?.startedOn?.value ?? startedOn;
    completedOn = entry?.completedOn?.value ?? completedOn;
    heard ||= entry !== null;
    const before = months.at(-1);
    const cumulative = entry?.cumulative ?? before?.cumulative ?? null;
    months.push({
      entry,
      cumulative,
      added: entry?.cumulative ? addedSince(entry.cumulative, before) : null,
      state: heard ? stateAt(current, startedOn, completedOn) : 'unknown',
    });
  }
  return months;
}

/** January's is its cumulative value. After a gap the difference covers more than the month, so there is none. */
function addedSince(cumulative: Figure, before: ProjectMonth | undefined): Figure | null {
  if (!before) return cumulative;
  const last = before.entry?.cumulative;
  if (!last) return null;
  return {
    value: subtract(cumulative.value, last.value),
    unit: INVESTMENT_UNIT,
    decimals: Math.max(cumulative.decimals, last.decimals),
    qualifier: cumulative.qualifier || last.qualifier ? '约' : '',
    provenance: { kind: 'derived', rule: MONTH_RULE, from: [cumulative, last] },
  };
}

/** A date once reported holds until the city corrects it. */
export function latestDate(entries: readonly (ProjectEntry | null)[], key: 'startedOn' | 'completedOn') {
  return entries.findLast((entry) => entry?.[key])?.[key] ?? null;
}

function stateAt(month: Month, startedOn: string, completedOn: string): ProjectState {
  const end = monthEnd(month);
  const by = (date: string): boolean => date !== '' && date <= end;
  if (by(completedOn)) return 'completed';
  return by(startedOn) ? 'building' : 'notStarted';
}

/**
 * Months in a row, up to the last one, in which a project under construction had no investment. A month that was not
 * reported counts with the next one that was: no investment over both leaves both idle.
 */
export function idleMonths(months: readonly ProjectMonth[]): number {
  const last = months.at(-1);
  if (last?.state !== 'building' || !last.entry?.cumulative) return 0;
  let idle = 0;
  for (let i = months.length - 1; i >= 0; i--) {
    const { cumulative, state } = months[i] as ProjectMonth;
    // The year starts at zero; a project has to have been under construction at the month's beginning.
    const before = months[i - 1];
    const known = before ? before.cumulative?.value : 0;
    if (state !== 'building' || cumulative === null || known === undefined || cumulative.value !== known)
      break;
    if (before && before.state !== 'building') break;
    idle += 1;
  }
  return idle;
}
