/** diaodu check: the findings of a period by unit, and what the office has noted of them. */
import { besidesFindings, type Diagnostic, hasErrors, isAbout, type Outcome } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { groupBy } from '../../base/group.ts';
import { unitNames } from '../../intake/plan/units.ts';
import { cameUnused } from '../../intake/returns/came.ts';
import { cityRefusalsFile, readRefusals, refusalsFile } from '../../intake/returns/refusals.ts';
import { concerns, faultyReturns, formally, isRegional } from '../../intake/returns/return-problems.ts';
import { readWorkspace } from '../../intake/workspace.ts';
import { buildLedger } from '../../ledger/build-ledger.ts';
import { openFindings } from '../../ledger/returns/acknowledge.ts';
import { unitsMissing } from '../../ledger/units-missing.ts';
import type { Inputs } from '../../model/inputs.ts';
import { type Finding, severityOf } from '../../model/ledger/finding.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import { lastMonth, type Period } from '../../model/period.ts';
import { acknowledgementsFile } from '../../model/returns/acknowledgement.ts';
import { submissionsFolder } from '../../model/returns/folders.ts';
import { type ListedFinding, listed } from './listed-finding.ts';
import { ofUnit, onlyUnit, type Refused, type RegionalGroup, regionalGroups } from './regional-check.ts';

export interface CheckResult {
  period: string;
  /** Short name of the unit or city that alone is shown; undefined for all. */
  only?: string;
  /** Units in the order of units.yaml, errors before warnings within one. */
  units: { unit: string; findings: ListedFinding[] }[];
  /** Where the office writes down what it has found out of the units' findings. */
  notes: string;
  /** Of the units' findings, all of them. */
  counts: { error: number; warning: number; acknowledged: number; open: number };
  /** Key projects and cities; texts that print their figures wait for a `gate`. */
  groups: RegionalGroup[];
  /** Of reading and judging, other than the findings themselves; with the gate's error while findings are open. */
  diagnostics: Diagnostic[];
}

/**
 * Findings of a quarter by unit, then those of projects and cities by group; an unreadable plan gives none.
 * @param asked a unit or city by any of its names: its findings alone, while counts and gate stay those of all
 */
export async function checkPeriod(period: Period, effects: Effects, asked?: string): Promise<CheckResult> {
  const wants = { projects: true, cities: true, until: lastMonth(period) };
  const [read, units, cities, projects] = await Promise.all([
    readWorkspace(effects, period.year, wants),
    readRefusals(effects, refusalsFile(period)),
    readRefusals(effects, cityRefusalsFile(period)),
    readRefusals(effects, refusalsFile(lastMonth(period))),
  ]);
  const refused = { units: units.value, cities: cities.value, projects: projects.value };
  return checkedPeriod(read, period, asked, refused);
}

/**
 * @param read the year's data, with projects and cities
 * @param refused what came and was not taken, where that is of interest
 */
export function checkedPeriod(
  read: Outcome<Inputs>,
  period: Period,
  asked?: string,
  refused: Refused = {},
): CheckResult {
  const [regional, own] = partition(
    read.diagnostics.filter((d) => isRegional(d) || concerns(d, period)),
    isRegional,
  );
  const ledger = read.value && buildLedger(read.value, period);
  const found = ledger?.value?.findings ?? [];
  const diagnostics = [...own.map(formally), ...besidesFindings(ledger?.diagnostics ?? [])];
  const notes = acknowledgementsFile(period.year, period.id);
  const nothing = { period: period.id, notes, units: [], counts: countOf([]), groups: [], diagnostics };
  if (!read.value || !ledger?.value) return nothing;
  const { only, unknown } = onlyUnit(asked, read.value);
  if (unknown.length > 0) return { ...nothing, diagnostics: unknown };
  const groups = regionalGroups(read.value, regional, { period, ledger: ledger.value, refused });
  const { resolve } = unitNames(read.value.units);
  const came = cameUnused(submissionsFolder(period), own, resolve, refused.units);
  const missing = unitsMissing(ledger.value, came).filter((d) => only === undefined || isAbout(d, only));
  return {
    period: period.id,
    ...(only !== undefined && { only }),
    notes,
    units: byUnit(ledger.value).filter(({ unit }) => only === undefined || unit === only),
    counts: countOf(found),
    groups: groups.map((group) => ofUnit(group, only)),
    diagnostics: [
      ...diagnostics,
      ...missing,
      ...openFindings(ledger.value),
      ...faultyReturns(groups.flatMap((group) => group.diagnostics)),
      // Said once, of all groups together.
      ...groups.flatMap(({ gate }) => gate).filter(({ code }) => code !== 'returnsFaulty'),
    ],
  };
}

function partition<T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((one) => !test(one))];
}

/** Whether nothing is left that would stop a build. */
export function isClear({ diagnostics, groups }: Pick<CheckResult, 'diagnostics' | 'groups'>): boolean {
  return !hasErrors(diagnostics) && !groups.some((group) => hasErrors(group.diagnostics));
}

function byUnit(ledger: Ledger): CheckResult['units'] {
  const order = ledger.units.map((unit) => unit.name);
  return [...groupBy(ledger.findings, (finding) => finding.unit)]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([unit, findings]) => ({
      unit,
      findings: findings
        .map((finding) => listed(finding))
        .sort((a, b) => Number(a.severity !== 'error') - Number(b.severity !== 'error')),
    }));
}

function countOf(findings: readonly Finding[]): CheckResult['counts'] {
  const errors = findings.filter((finding) => severityOf(finding) === 'error');
  return {
    error: errors.length,
    warning: findings.length - errors.length,
    acknowledged: findings.filter((finding) => finding.acknowledgement).length,
    open: errors.filter((finding) => !finding.acknowledgement).length,
  };
}
