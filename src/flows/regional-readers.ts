/** How returns on key projects and on the cities' work are read, each against what is known of the place already. */
import { innerQuotes } from '../base/chinese/text.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { noRegionalData } from '../base/messages/regional.ts';
import { byCodeUnit } from '../base/order.ts';
import { formatOrigin } from '../base/origin.ts';
import { cityRowsOwed } from '../compose/forms/city-form.ts';
import { readCityReturn } from '../intake/cities/return.ts';
import { unitNames } from '../intake/plan/units.ts';
import { indexProjects, readProjectReturn } from '../intake/projects/return.ts';
import { cityRefusalsFile, refusalsFile } from '../intake/returns/refusals.ts';
import { buildCityLedger } from '../ledger/cities/build.ts';
import { regionHints } from '../ledger/region.ts';
import type { Inputs } from '../model/inputs.ts';
import { type Month, monthName, type Period, periodName } from '../model/period.ts';
import type { CityEntry, CityReturn } from '../model/region/city.ts';
import type { ProjectEntry } from '../model/region/project.ts';
import { cityReturnsFolder, projectReturnsFolder } from '../model/returns/folders.ts';
import { countingBefore } from '../model/returns/versions.ts';

/** A place's return, whatever it is on. */
export interface Returned {
  city: string;
  receivedAt: string;
  entries: readonly (CityEntry | ProjectEntry)[];
}

export interface Reading {
  value: Returned | undefined;
  diagnostics: Diagnostic[];
}

/** What sets returns on projects and on the cities' work apart for whoever collects them. */
export interface RegionalReader {
  folder: string;
  /** Register of what was not taken. */
  refusals: string;
  when: string;
  read(file: string, bytes: Uint8Array): Reading;
  owed(city: string): number;
  /** Those that lie in the folder already. */
  before: readonly (Returned & { file: string })[];
  /** What a row is called, by its code. */
  nameOf(code: string, city: string): string;
}

/** Monthly returns on key projects; a diagnostic where the year has none. @param received ISO date */
export function projectReader(inputs: Inputs, when: Month, received: string): RegionalReader | Diagnostic {
  if (!inputs.projects) return noRegionalData(when.year, 'projects');
  const { projects, returns } = inputs.projects;
  const index = indexProjects(projects, inputs.cities?.cities, regionHints(inputs).ownNames);
  const earlier = returns.filter((r) => r.month < when.id).sort((a, b) => byCodeUnit(a.month, b.month));
  const last = (code: string) =>
    earlier.flatMap((r) => r.entries).findLast((entry) => entry.code === code && entry.cumulative)
      ?.cumulative ?? undefined;
  return {
    folder: projectReturnsFolder(when),
    refusals: refusalsFile(when),
    when: monthName(when),
    read: (file, bytes) => readProjectReturn(file, bytes, index, { month: when, receivedAt: received, last }),
    owed: (city) => projects.filter((project) => project.city === city).length,
    before: returns.filter((r) => r.month === when.id),
    nameOf: (code) => `${code}“${index.projects.get(code)?.name ?? ''}”`,
  };
}

/** Quarterly returns on indicators and duties; a diagnostic where the year has none. @param received ISO date */
export function cityReader(inputs: Inputs, when: Period, received: string): RegionalReader | Diagnostic {
  if (!inputs.cities) return noRegionalData(when.year, 'cities');
  const own = inputs.cities;
  const { cities, indicators, duties, stages, returns } = own;
  const words = stages.map((node) => node.stage);
  const lastQuarter = countingBefore(when, returns, (r) => r.city);
  const last = (city: string, id: string) =>
    lastQuarter.get(city)?.entries.find((entry) => entry.id === id)?.value ?? undefined;
  const index = { cities: unitNames(cities), indicators, duties, stages: words };
  const context = { pace: inputs.rules.pace, checks: inputs.rules.checks, due: '', projects: undefined };
  const nameOf = (id: string, city: string): string => {
    const duty = duties.find((one) => one.id === id && one.city === city);
    const name = indicators.find((one) => one.id === id)?.name ?? duty?.what;
    return `${id}${name === undefined ? '总体情况' : `“${innerQuotes(name)}”`}`;
  };
  const doubtsOf = (value: CityReturn): Diagnostic[] => {
    const others = returns.filter((r) => r.city !== value.city || r.period !== value.period);
    const { doubts } = buildCityLedger({ ...own, returns: [...others, value] }, when, context);
    return doubts.filter(({ at }) => at?.file === value.file);
  };
  return {
    folder: cityReturnsFolder(when),
    refusals: cityRefusalsFile(when),
    when: periodName(when),
    read: (file, bytes) => {
      const expected = { period: when.id, receivedAt: received, last };
      const { value, diagnostics } = readCityReturn(file, bytes, index, expected);
      return { value, diagnostics: value ? withDoubts(diagnostics, doubtsOf(value)) : diagnostics };
    },
    owed: (city) => cityRowsOwed(own, city),
    before: returns.filter((r) => r.period === when.id),
    nameOf,
  };
}

/** What reading alone asks about, of a cell of which the cross-checks have more to say. */
const ASKED: readonly string[] = ['suspectMagnitude', 'valueFell'];

/** A city is told while it is at hand what will keep formal texts waiting. */
function withDoubts(read: readonly Diagnostic[], doubts: readonly Diagnostic[]): Diagnostic[] {
  const places = new Set(doubts.flatMap(({ at }) => (at ? formatOrigin(at) : [])));
  const said = ({ code, at }: Diagnostic): boolean =>
    ASKED.includes(code) && at !== undefined && places.has(formatOrigin(at));
  const wrong = read
    .filter(({ severity }) => severity === 'error')
    .flatMap(({ at }) => (at ? formatOrigin(at) : []));
  const more = doubts.filter(({ at }) => !at || !wrong.includes(formatOrigin(at)));
  return [...read.filter((d) => !said(d)), ...more];
}
