/** What diaodu check says of key projects and cities, for a month or beside a quarter's findings on the units. */
import { besidesFindings, type Diagnostic, isAbout, type Outcome } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { groupBy } from '../../base/group.ts';
import { projectReturnUnread } from '../../base/messages/projects.ts';
import { noRegionalData } from '../../base/messages/regional.ts';
import { unitNames } from '../../intake/plan/units.ts';
import { indexProjects } from '../../intake/projects/return.ts';
import { cameUnused } from '../../intake/returns/came.ts';
import { readRefusals, refusalsFile } from '../../intake/returns/refusals.ts';
import { asSpoken, faultyReturns, isRegional } from '../../intake/returns/return-problems.ts';
import { readWorkspace } from '../../intake/workspace.ts';
import { buildCityLedger } from '../../ledger/cities/build.ts';
import { cityGate } from '../../ledger/cities/gate.ts';
import { missingReturns } from '../../ledger/cities/missing.ts';
import { projectDisagreements } from '../../ledger/projects/agree.ts';
import { buildProjectLedger } from '../../ledger/projects/build.ts';
import { projectGate } from '../../ledger/projects/gate.ts';
import { regionTold } from '../../ledger/region.ts';
import { acknowledge } from '../../ledger/returns/acknowledge.ts';
import type { Inputs } from '../../model/inputs.ts';
import type { Finding } from '../../model/ledger/finding.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import { lastMonth, type Month, monthName, monthOf, type Period, periodName } from '../../model/period.ts';
import { acknowledgementsFile, cityAcknowledgements } from '../../model/returns/acknowledgement.ts';
import { cityReturnsFolder, projectReturnsFolder } from '../../model/returns/folders.ts';
import type { Refusal } from '../../model/returns/refusal.ts';
import { errorsOutsideReturns } from '../returns.ts';
import { type ListedFinding, listed, regionalSeverityOf } from './listed-finding.ts';
import { namedUnits } from './named-units.ts';

export interface RegionalGroup {
  /** 重点项目（2022年9月） */
  name: string;
  /** By city; what formal texts wait for (errors), what has to be verified (warnings), mere notices (info). */
  units: { unit: string; findings: ListedFinding[] }[];
  /** What is missing, does not agree with the units' returns, or could not be read. */
  diagnostics: Diagnostic[];
  /** Where the office writes down what it has found out of them: data/2022/acknowledgements/2022-09.yaml. */
  notes: string;
  /** The error that stops formal texts, while figures are doubtful; whatever unit is shown. */
  gate: Diagnostic[];
}

/** What came for the period and was not taken; of projects for its last month. */
export interface Refused {
  units?: readonly Refusal[] | undefined;
  cities?: readonly Refusal[] | undefined;
  projects?: readonly Refusal[] | undefined;
}

export interface MonthCheck {
  /** 2022-08 */
  period: string;
  /** Short name of the unit or city that alone is shown; undefined for all. */
  only?: string;
  groups: RegionalGroup[];
  /** What makes projects unreadable altogether. */
  diagnostics: Diagnostic[];
}

/** Out: short name of the unit or city that alone is asked for; undefined for all, and where, as told, nobody is called so. */
export function onlyUnit(
  asked: string | undefined,
  { units, cities }: Pick<Inputs, 'units' | 'cities'>,
): { only: string | undefined; unknown: Diagnostic[] } {
  const { value, diagnostics } = namedUnits(asked === undefined ? [] : [asked], [
    ...units,
    ...(cities?.cities ?? []),
  ]);
  return { only: value[0], unknown: diagnostics };
}

/** What concerns one unit or city alone; all without a name. */
export function ofUnit(group: RegionalGroup, only: string | undefined): RegionalGroup {
  if (only === undefined) return group;
  return {
    ...group,
    units: group.units.filter(({ unit }) => unit === only),
    diagnostics: group.diagnostics.filter((told) => isAbout(told, only)),
  };
}

/**
 * diaodu check 2022-08
 * @param asked a unit or city by any of its names, to be shown alone
 */
export async function checkMonth(month: Month, effects: Effects, asked?: string): Promise<MonthCheck> {
  const wants = { projects: true, cities: true, until: month };
  const [read, refused] = await Promise.all([
    readWorkspace(effects, month.year, wants),
    readRefusals(effects, refusalsFile(month)),
  ]);
  return checkedMonth(read, month, asked, refused.value);
}

/** It lists the cities, and does not print what they return. */
const BULLETIN = { projects: true, cities: false };

/**
 * @param read the year's data, with projects and cities
 * @param refused what came for the month and was not taken, where that is of interest
 */
export function checkedMonth(
  read: Outcome<Inputs>,
  month: Month,
  asked?: string,
  refused: readonly Refusal[] = [],
): MonthCheck {
  const diagnostics = errorsOutsideReturns(read.diagnostics, month.year);
  if (!read.value?.projects && diagnostics.length === 0)
    diagnostics.push(noRegionalData(month.year, 'projects'));
  if (!read.value?.projects) return { period: month.id, groups: [], diagnostics };
  const { only, unknown } = onlyUnit(asked, read.value);
  if (unknown.length > 0) return { period: month.id, groups: [], diagnostics: unknown };
  const told = read.diagnostics.filter((d) => isRegional(d) && !diagnostics.includes(d));
  const group = projectGroup(read.value, month, told, [month], { refused });
  const others = told.filter(
    (d) => asSpoken(d, BULLETIN).severity === 'error' && !group.diagnostics.includes(d),
  );
  const region = regionTold(read.value).diagnostics;
  return {
    period: month.id,
    ...(only !== undefined && { only }),
    groups: [ofUnit(group, only)],
    diagnostics: [...diagnostics, ...region, ...others, ...faultyReturns(others), ...group.gate],
  };
}

/** @param told problems found while reading projects and cities, of the whole year */
export function regionalGroups(
  inputs: Inputs,
  told: readonly Diagnostic[],
  { period, ledger, refused }: { period: Period; ledger: Ledger; refused: Refused },
): RegionalGroup[] {
  const month = lastMonth(period);
  const months = [-2, -1, 0].map((n) => monthOf(month.year, month.month + n));
  const cities = cityGroup(inputs, period, ledger, told, refused.cities);
  return [
    ...(hasSubject(inputs.projects, told, 'projects')
      ? [projectGroup(inputs, month, told, months, { units: ledger, refused: refused.projects })]
      : []),
    ...(hasSubject(inputs.cities, told, 'cities') ? [cities] : []),
  ];
}

/** A list that can't be read has to be told as well. */
const hasSubject = (subject: unknown, told: readonly Diagnostic[], folder: string): boolean =>
  subject !== undefined || told.some((d) => d.severity === 'error' && d.at?.file.includes(`/${folder}`));

/** That of a month's return that does not count. */
const MISSING = 'project-missing-return';

const placesOf = ({ cities, projects }: Inputs): ((name: string) => string | undefined) =>
  indexProjects(projects?.projects ?? [], cities?.cities).cities.resolve;

/** @param read months whose returns' problems are listed */
function projectGroup(
  inputs: Inputs,
  month: Month,
  told: readonly Diagnostic[],
  read: readonly Month[],
  { units, refused }: { units?: Ledger; refused?: readonly Refusal[] | undefined },
): RegionalGroup {
  const name = `重点项目（${monthName(month)}）`;
  const periods = read.map((m) => m.id);
  const reading = problemsOf(told, 'projects', periods);
  const faulty = faultyReturns(reading);
  const notes = acknowledgementsFile(month.year, month.id);
  if (!inputs.projects) return { name, notes, units: [], diagnostics: reading, gate: faulty };
  const order = inputs.cities?.cities.map((city) => city.name) ?? [];
  const ledger = buildProjectLedger(inputs.projects, month, order);
  const came = cameUnused(projectReturnsFolder(month), told, placesOf(inputs), refused);
  const found = ledger.value.findings.map((finding) => {
    const how = finding.check === MISSING ? came.get(finding.unit) : undefined;
    return how ? { ...finding, message: projectReturnUnread(finding.unit, monthName(month), how) } : finding;
  });
  const { findings, diagnostics } = acknowledge(found, inputs.acknowledgements, month.id);
  return {
    name,
    notes,
    units: byCity(findings, order),
    diagnostics: [
      ...reading,
      ...diagnostics,
      ...(units ? projectDisagreements(ledger.value, units) : []),
      ...besidesFindings(ledger.diagnostics),
    ],
    // What is only told stands in the list itself.
    gate: [
      ...faulty,
      ...projectGate(ledger.value, inputs.acknowledgements, true).filter((d) => d.severity === 'error'),
    ],
  };
}

function cityGroup(
  inputs: Inputs,
  period: Period,
  { setting }: Ledger,
  told: readonly Diagnostic[],
  refused: readonly Refusal[] | undefined,
): RegionalGroup {
  const name = `${regionTold(inputs).value.place}（${periodName(period)}）`;
  const reading = problemsOf(told, 'cities', [period.id]);
  const faulty = faultyReturns(reading);
  const noted = cityAcknowledgements(period.id);
  const notes = acknowledgementsFile(period.year, noted);
  if (!inputs.cities) return { name, notes, units: [], diagnostics: reading, gate: faulty };
  const { rules, projects, acknowledgements } = inputs;
  const context = { pace: rules.pace, checks: rules.checks, due: setting.due, projects, acknowledgements };
  const ledger = buildCityLedger(inputs.cities, period, context);
  const order = inputs.cities.cities.map((city) => city.name);
  const { resolve } = unitNames(inputs.cities.cities);
  const came = cameUnused(cityReturnsFolder(period), told, resolve, refused);
  const missing = missingReturns(ledger.value.cities, period, came).map(({ finding }) => finding);
  const found = [...missing, ...ledger.value.findings];
  const { findings, diagnostics } = acknowledge(found, acknowledgements, noted);
  return {
    name,
    notes,
    units: byCity(findings, order),
    diagnostics: [...reading, ...diagnostics, ...besidesFindings(ledger.diagnostics)],
    gate: [...faulty, ...cityGate(ledger.value, acknowledgements, true)],
  };
}

/** Of the lists and rules, and of the returns for the periods; of those for others, what stops a build. */
function problemsOf(told: readonly Diagnostic[], folder: string, periods: readonly string[]): Diagnostic[] {
  return told.filter(({ at, severity }) => {
    const [, , subject, returns, period] = (at?.file ?? '').split('/');
    const now = returns !== 'returns' || periods.includes(period ?? '');
    return subject === folder && (now || severity === 'error');
  });
}

function byCity(findings: readonly Finding[], order: readonly string[]): RegionalGroup['units'] {
  const place = (city: string): number => (order.includes(city) ? order.indexOf(city) : order.length);
  return [...groupBy(findings, (finding) => finding.unit)]
    .sort(([a], [b]) => place(a) - place(b))
    .map(([unit, own]) => ({
      unit,
      findings: own
        .map((finding) => listed(finding, regionalSeverityOf(finding)))
        .sort((a, b) => WEIGHTS.indexOf(a.severity) - WEIGHTS.indexOf(b.severity)),
    }));
}

const WEIGHTS = ['error', 'warning', 'info'] as const;
