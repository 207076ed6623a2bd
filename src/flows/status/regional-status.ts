/** diaodu status on the cities: who has returned what for a month (projects) or a quarter (indicators and duties). */
import { type Output, putWorkbooks } from '../../archive/outputs.ts';
import { type Diagnostic, hasErrors, type Outcome } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { asFileName } from '../../base/file-name.ts';
import { noRegionalData } from '../../base/messages/regional.ts';
import { cityRowsOwed } from '../../compose/forms/city-form.ts';
import { readRefusals, refusalsFile } from '../../intake/returns/refusals.ts';
import { readWorkspace } from '../../intake/workspace.ts';
import { buildCityLedger } from '../../ledger/cities/build.ts';
import { periodSetting } from '../../ledger/period-setting.ts';
import { buildProjectLedger } from '../../ledger/projects/build.ts';
import { regionHints, regionTold } from '../../ledger/region.ts';
import { acknowledge } from '../../ledger/returns/acknowledge.ts';
import type { Inputs } from '../../model/inputs.ts';
import type { Finding } from '../../model/ledger/finding.ts';
import { type Month, monthName, type Period, parsePeriod, periodName } from '../../model/period.ts';
import type { Region } from '../../model/region/region.ts';
import { cityReturnsFolder, projectReturnsFolder } from '../../model/returns/folders.ts';
import { lastRefusals, type Refusal } from '../../model/returns/refusal.ts';
import { says } from '../../model/returns/regional-entry.ts';
import type { RegionalState, RegionalStates } from '../../model/returns/regional-state.ts';
import { isLate, timelinessOf } from '../../model/returns/return-standing.ts';
import { unreadableFiles } from '../../model/returns/unreadable.ts';
import { type Versions, versionsBy } from '../../model/returns/versions.ts';
import { regionalSeverityOf } from '../check/listed-finding.ts';
import { errorsOutsideReturns } from '../returns.ts';
import { citiesWorkbook, type Stood } from './state-workbooks.ts';

export interface RegionalStatus {
  states: RegionalStates | undefined;
  diagnostics: Diagnostic[];
}

export interface MonthStatus {
  states: RegionalStates | undefined;
  path: string | null;
  diagnostics: Diagnostic[];
}

/** Monthly returns on key projects. */
export async function projectStatus(month: Month, effects: Effects): Promise<RegionalStatus> {
  const [read, refusals] = await Promise.all([
    readWorkspace(effects, month.year, { projects: true, cities: true }),
    readRefusals(effects, refusalsFile(month)),
  ]);
  const { states, diagnostics } = projectStates(read, month, refusals.value);
  return { states, diagnostics: [...diagnostics, ...refusals.diagnostics] };
}

/**
 * @param read the year's data, with projects and cities
 * @param refusals what came from cities for the month and was not taken
 */
export function projectStates(
  read: Outcome<Inputs>,
  month: Month,
  refusals: readonly Refusal[] = [],
): RegionalStatus {
  const diagnostics = errorsOutsideReturns(read.diagnostics, month.year);
  const refused = lastRefusals(refusals);
  const inputs = read.value;
  if (!inputs?.projects && diagnostics.length === 0) diagnostics.push(noRegionalData(month.year, 'projects'));
  if (!inputs?.projects) return { states: undefined, diagnostics };
  const order = inputs.cities?.cities.map((city) => city.name) ?? [];
  const ledger = buildProjectLedger(inputs.projects, month, order, regionHints(inputs)).value;
  const { returns, owedEarlier, findings: found, region } = ledger;
  const { findings } = acknowledge(found, inputs.acknowledgements, month.id);
  const received = versionsBy(
    inputs.projects.returns.filter((r) => r.month === month.id),
    (r) => r.city,
  );
  const cities = returns.map((r): RegionalState => {
    const missing = owedEarlier.filter((earlier) => earlier.city === r.city);
    const own = received.get(r.city);
    return {
      city: r.city,
      owed: r.owed,
      filled: own?.counting.entries.filter(says).length ?? 0,
      ...daysOf(own),
      timeliness: timelinessOf(r),
      ...problemsIn(
        r.file,
        read.diagnostics,
        findings.filter(({ unit }) => unit === r.city),
      ),
      version: own?.all.length ?? 0,
      file: r.file,
      ...sendAgainOf(r.city, own?.counting, refused),
      owedEarlier: missing.map((earlier) => monthName(earlier.month)),
    };
  });
  const due = returns[0]?.due ?? '';
  const name = monthName(month);
  const unreadable = unreadIn(projectReturnsFolder(month), inputs.projects.returns, read);
  return {
    states: { period: month.id, periodName: name, ...wordsOf(region), due, cities, unreadable },
    diagnostics,
  };
}

/**
 * Quarterly returns; no states, and nothing to tell, for a year without cities.
 * @param read the year's data with the cities
 * @param refusals what came from cities for the period and was not taken
 */
export function cityStatus(
  read: Outcome<Inputs>,
  period: Period,
  refusals: readonly Refusal[] = [],
): RegionalStatus {
  const diagnostics = errorsOutsideReturns(read.diagnostics, period.year);
  const inputs = read.value;
  if (!inputs?.cities) return { states: undefined, diagnostics };
  const { value: setting, diagnostics: unset } = periodSetting(inputs, period);
  if (!setting) return { states: undefined, diagnostics: [...diagnostics, ...unset] };
  const asked = inputs.cities;
  const { cities, returns } = asked;
  const refused = lastRefusals(refusals);
  const { rules, projects, acknowledgements } = inputs;
  const context = { pace: rules.pace, checks: rules.checks, due: setting.due, projects, acknowledgements };
  const { findings } = buildCityLedger(asked, period, context).value;
  const before = inputs.periods.flatMap(({ id }) => (id < period.id ? (parsePeriod(id) ?? []) : []));
  // Before the first quarter that anybody reported for, nobody was asked.
  const begun = before.filter((one) => returns.some((r) => r.period <= one.id));
  const received = versionsBy(
    returns.filter((r) => r.period === period.id),
    (r) => r.city,
  );
  const states = cities.map(({ name }): RegionalState => {
    const own = received.get(name);
    const last = own?.counting;
    const days = daysOf(own);
    const earlier = begun.filter((one) => !returns.some((r) => r.city === name && r.period === one.id));
    return {
      city: name,
      owed: cityRowsOwed(asked, name),
      filled: last?.entries.filter(says).length ?? 0,
      ...days,
      timeliness: timelinessOf({ ...days, late: isLate(days.receivedAt, setting.due) }),
      ...problemsIn(
        last?.file ?? null,
        read.diagnostics,
        findings.filter(({ unit }) => unit === name),
      ),
      version: own?.all.length ?? 0,
      file: last?.file ?? null,
      ...sendAgainOf(name, last, refused),
      owedEarlier: earlier.map((one) => periodName(one)),
    };
  });
  const name = periodName(period);
  return {
    states: {
      period: period.id,
      periodName: name,
      ...wordsOf(regionTold(inputs).value),
      due: setting.due,
      cities: states,
      unreadable: unreadIn(cityReturnsFolder(period), returns, read),
    },
    diagnostics,
  };
}

const wordsOf = ({ place, counted }: Region): Pick<RegionalStates, 'place' | 'counted'> => ({
  place,
  counted,
});

const unreadIn = (
  folder: string,
  returns: readonly { file: string }[],
  { diagnostics }: Outcome<Inputs>,
): string[] =>
  unreadableFiles(
    returns.map(({ file }) => file),
    diagnostics,
    folder,
  );

function daysOf(
  own: Versions<{ receivedAt: string }> | undefined,
): Pick<RegionalState, 'receivedAt' | 'correctedAt'> {
  const [first, last] = [own?.first.receivedAt ?? null, own?.counting.receivedAt ?? null];
  return { receivedAt: first, correctedAt: last === first ? null : last };
}

const sendAgainOf = (
  city: string,
  last: { sentBack?: number } | undefined,
  refused: ReadonlyMap<string, Refusal>,
): Pick<RegionalState, 'sentBack' | 'refused'> => ({
  sentBack: last?.sentBack ?? 0,
  refused: last ? null : (refused.get(city) ?? null),
});

function problemsIn(
  file: string | null,
  told: readonly Diagnostic[],
  findings: readonly Finding[],
): Pick<RegionalState, 'errors' | 'warnings'> {
  const of = (severity: Diagnostic['severity']): number =>
    told.filter((d) => file !== null && d.at?.file === file && d.severity === severity).length +
    findings.filter((finding) => regionalSeverityOf(finding) === severity).length;
  return { errors: of('error'), warnings: of('warning') };
}

/** The workbook of a regional status: <out>/重点项目报送情况.xlsx, <out>/设区市报送情况.xlsx. `what`: of what, as told. */
export const regionalWorkbook = async (
  states: RegionalStates,
  what: string,
  out: string,
  effects: Effects,
): Promise<Output> => ({
  path: `${out}/${asFileName(what)}报送情况.xlsx`,
  bytes: await citiesWorkbook(states, what, effects),
});

/** Monthly returns on key projects, with their workbook. @param disk where outputs lie, which are no input */
export async function projectStatusWithWorkbook(
  { month, out }: { month: Month; out: string | null },
  effects: Effects,
  disk: Effects,
): Promise<Stood<MonthStatus>> {
  const { states, diagnostics } = await projectStatus(month, effects);
  if (!states || out === null)
    return { result: { states, path: null, diagnostics }, outputs: [], put: undefined };
  const output = await regionalWorkbook(states, '重点项目', out, effects);
  const put = await putWorkbooks(out, [output], disk);
  const path = hasErrors(put.diagnostics) ? null : output.path;
  return {
    result: { states, path, diagnostics: [...diagnostics, ...put.diagnostics] },
    outputs: [output],
    put,
  };
}
