/** How far the returns of a year's periods have come, and what of them waits to be mended: quarters, and months of projects. */
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { cityRefusalsFile, readRefusals, refusalsFile } from '../../intake/returns/refusals.ts';
import { isRegional } from '../../intake/returns/return-problems.ts';
import { readWorkspace } from '../../intake/workspace.ts';
import type { Inputs } from '../../model/inputs.ts';
import {
  endsAfter,
  lastMonth,
  type Month,
  monthEnd,
  monthOf,
  nameOf,
  type Period,
  parsePeriod,
  untilOf,
} from '../../model/period.ts';
import type { RegionalStates } from '../../model/returns/regional-state.ts';
import type { ReturnStates } from '../../model/returns/return-state.ts';
import { checkedPeriod } from '../check/check.ts';
import { checkedMonth } from '../check/regional-check.ts';
import { waiting } from '../check/waiting.ts';
import { errorsOutsideReturns, returnsIn } from '../returns.ts';
import { cityStatus, projectStates } from './regional-status.ts';

export interface Received {
  asked: number;
  received: number;
  /** Names of those that nothing counts of. */
  missing: string[];
}

export interface PeriodReturns {
  /** 2022Q3, 2022-08 */
  period: string;
  /** 2022年三季度 */
  name: string;
  /** ISO dates: last day that the figures are of, last day for handing in ('' where no rule says). */
  ends: string;
  due: string;
  /** Null where nobody of the kind is asked. */
  units: Received | null;
  places: Received | null;
  /** Errors for which formal papers wait; null where that was not asked, and before the first return. */
  waiting: number | null;
}

export interface YearReturns {
  /** What the places are called: 设区市. */
  place: string;
  /** In order of time, a quarter behind its last month; months only where there are key projects. */
  periods: PeriodReturns[];
  diagnostics: Diagnostic[];
}

/**
 * The year is read once for all its periods. Without a readable plan there are none.
 * @param checked periods of which is told what waits: to check one takes as long as all else
 */
export async function yearReturns(
  { year, checked }: { year: number; checked: readonly string[] },
  effects: Effects,
): Promise<YearReturns> {
  const read = await readWorkspace(effects, year, { projects: true, cities: true });
  const inputs = read.value;
  const diagnostics = errorsOutsideReturns(read.diagnostics, year);
  if (!inputs) return { place: '', periods: [], diagnostics };
  const quarters = inputs.periods.flatMap(({ id }) => parsePeriod(id) ?? []);
  const months = inputs.projects ? Array.from({ length: 12 }, (_, i) => monthOf(year, i + 1)) : [];
  const found: { returns: PeriodReturns; place: string }[] = [];
  for (const month of months) found.push(await ofMonth(known(read, month), month, checked, effects));
  for (const quarter of quarters)
    found.push(await ofQuarter(known(read, quarter), quarter, checked, effects));
  const periods = found.map(({ returns }) => returns).sort((a, b) => order(a) - order(b));
  return { place: found.find(({ place }) => place !== '')?.place ?? '', periods, diagnostics };
}

const order = ({ period, ends }: PeriodReturns): number =>
  Number(ends.replaceAll('-', '')) + (parsePeriod(period) ? 0.5 : 0);

/** What a paper of the period knows of what is wrong (see Wants.until). */
function known(read: Outcome<Inputs>, period: Period | Month): Outcome<Inputs> {
  const until = untilOf(period);
  const later = ({ at }: Diagnostic): boolean =>
    endsAfter(/\/(?:cities-)?(\d{4}(?:Q[1-4]|-\d{2}))[./]/.exec(at?.file ?? '')?.[1] ?? '', until);
  return { value: read.value, diagnostics: read.diagnostics.filter((d) => !later(d)) };
}

async function ofQuarter(
  read: Outcome<Inputs>,
  period: Period,
  checked: readonly string[],
  effects: Effects,
) {
  const [units, places] = await Promise.all([
    readRefusals(effects, refusalsFile(period)),
    readRefusals(effects, cityRefusalsFile(period)),
  ]);
  const own = { value: read.value, diagnostics: read.diagnostics.filter((d) => !isRegional(d)) };
  const { states } = returnsIn(own, period, units).value ?? {};
  const { states: cities } = cityStatus(read, period, places.value);
  const received = [states && unitsReceived(states), cities && placesReceived(cities)];
  const begun = checked.includes(period.id) && received.some((one) => one && one.received > 0);
  const returns: PeriodReturns = {
    ...called(period, monthEnd(lastMonth(period))),
    due: states?.due ?? cities?.due ?? '',
    units: received[0] ?? null,
    places: received[1] ?? null,
    waiting: begun ? waiting(checkedPeriod(read, period)) : null,
  };
  return { returns, place: cities?.place ?? '' };
}

async function ofMonth(read: Outcome<Inputs>, month: Month, checked: readonly string[], effects: Effects) {
  const refusals = await readRefusals(effects, refusalsFile(month));
  const { states } = projectStates(read, month, refusals.value);
  const places = states ? placesReceived(states) : null;
  const begun = checked.includes(month.id) && places !== null && places.received > 0;
  const returns: PeriodReturns = {
    ...called(month, monthEnd(month)),
    due: states?.due ?? '',
    units: null,
    places,
    waiting: begun ? waiting({ ...checkedMonth(read, month), units: [] }) : null,
  };
  return { returns, place: states?.place ?? '' };
}

const called = (period: Period | Month, ends: string) => ({ period: period.id, name: nameOf(period), ends });

function unitsReceived({ units, totals }: ReturnStates): Received {
  const missing = units.filter((state) => state.timeliness === 'missing').map(({ unit }) => unit);
  return { asked: totals.units, received: totals.received, missing };
}

function placesReceived({ cities }: RegionalStates): Received {
  const missing = cities.filter((state) => state.timeliness === 'missing').map(({ city }) => city);
  return { asked: cities.length, received: cities.length - missing.length, missing };
}
