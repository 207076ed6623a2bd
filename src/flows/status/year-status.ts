/** diaodu status of a year: how far each of its periods has come, from the forms to the archive, and what comes next. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { madeOnce } from '../../base/made-once.ts';
import { whereabouts } from '../../intake/whereabouts.ts';
import { yearsThere } from '../../intake/years.ts';
import { packOf } from '../../model/archive/outputs.ts';
import { monthOf, nameOf, quartersOf, type Year } from '../../model/period.ts';
import { isUnmade, type NextStep, nextSteps } from './next-steps.ts';
import { type PapersState, papersState, requiredPapers } from './papers-state.ts';
import { asBefore } from './status.ts';
import type { PeriodReturns } from './year-returns.ts';

export interface PeriodProgress extends PeriodReturns {
  papers: PapersState;
  next: NextStep[];
}

export interface YearStatus {
  year: number;
  place: string;
  /** In order of time, the year itself last. */
  periods: PeriodProgress[];
  /** The year is over and told of, and the one after it has no data yet. */
  rollOver: boolean;
  diagnostics: Diagnostic[];
}

/**
 * The year that is asked for; otherwise this one or the last before it that has a plan: in January the new one may hold no
 * more than what was carried over. `others`: years with data beside it.
 * @param today ISO date
 */
export async function yearAtHand(
  asked: Year | undefined,
  today: string,
  effects: Effects,
): Promise<{ year: Year; others: string[] }> {
  const now = today.slice(0, 4);
  const years = await yearsThere(effects);
  const plans = await Promise.all(years.map((year) => effects.list(`data/${year}/plan`)));
  const planned = years.filter((_, i) => plans[i]?.length);
  const id = asked?.id ?? planned.findLast((year) => year <= now) ?? planned[0] ?? years.at(-1) ?? now;
  return { year: { id, year: Number(id) }, others: years.filter((year) => year !== id) };
}

/**
 * @param today ISO date
 * @param outputs folder in which the periods' output folders lie
 */
export async function yearStatus(
  { year, today, outputs }: { year: Year; today: string; outputs: string },
  effects: Effects,
): Promise<YearStatus> {
  const nowhere = await whereabouts(effects, year.year);
  if (nowhere.length > 0)
    return { year: year.year, place: '', periods: [], rollOver: false, diagnostics: nowhere };
  const papers = await papersOfYear(year, outputs, effects);
  const checked = [...papers].filter(([, state]) => isUnmade(state)).map(([period]) => period);
  const request = { year: year.year, checked };
  const { place, periods, diagnostics } = await asBefore(request, effects, async (traced) => {
    const { yearReturns } = await import('./year-returns.ts');
    return { result: await yearReturns(request, traced), outputs: [], put: undefined };
  });
  const progress = (returns: PeriodReturns): PeriodProgress => {
    const state = papers.get(returns.period) as PapersState;
    return { ...returns, papers: state, next: nextSteps(returns, state, today) };
  };
  const all = periods.map(progress);
  // Not every office writes a book.
  const book = periods.length > 0 && (await effects.list(`templates/${packOf(year)}`)).length > 0;
  if (book) {
    const own = progress(askedOfNobody(year));
    all.push(isToldOf(year, periods) || own.papers.made === 'formal' ? own : { ...own, next: [] });
  }
  const last = all.find(({ period }) => period === `${year.id}Q4`);
  const next = await effects.list(`data/${year.year + 1}`);
  const rollOver = last?.papers.made === 'formal' && next.length === 0;
  return { year: year.year, place, periods: all, rollOver, diagnostics };
}

/** No book is made while nobody has said how the year ended. */
const isToldOf = (year: Year, periods: readonly PeriodReturns[]): boolean =>
  periods
    .filter(({ period }) => period === `${year.id}Q4` || period === `${year.id}-12`)
    .every(({ units, places }) => [units, places].every((one) => one === null || one.received > 0));

const askedOfNobody = (year: Year): PeriodReturns => ({
  period: year.id,
  name: nameOf(year),
  ends: `${year.id}-12-31`,
  due: '',
  units: null,
  places: null,
  waiting: null,
});

/** By period: every quarter, every month, and the year. */
async function papersOfYear(
  year: Year,
  outputs: string,
  effects: Effects,
): Promise<ReadonlyMap<string, PapersState>> {
  const once = readOnce(effects);
  const required = requiredPapers(once);
  const months = Array.from({ length: 12 }, (_, i) => monthOf(year.year, i + 1));
  const found = new Map<string, PapersState>();
  for (const period of [...months, ...quartersOf(year.year), year])
    found.set(period.id, await papersState(period, outputs, once, required));
  return found;
}

/** What all periods read of the data is read for the first of them. */
function readOnce(effects: Effects): Effects {
  const files = new Map<string, Promise<Uint8Array | undefined>>();
  const folders = new Map<string, Promise<string[]>>();
  return {
    ...effects,
    read: (path) => madeOnce(files, path, () => effects.read(path)),
    list: (folder) => madeOnce(folders, folder, () => effects.list(folder)),
  };
}
