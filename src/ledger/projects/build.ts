/** The key projects at a month's end: ProjectInputs × Month → ProjectLedger, pure. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { groupBy } from '../../base/group.ts';
import { projectReturnMissing } from '../../base/messages/projects.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { Finding } from '../../model/ledger/finding.ts';
import {
  hasReported,
  type MonthReturn,
  type ProjectGroup,
  type ProjectLedger,
  type ProjectRecord,
} from '../../model/ledger/project-ledger.ts';
import { type Month, monthDue, monthName, monthOf } from '../../model/period.ts';
import { type ProjectInputs, projectKinds } from '../../model/region/project.ts';
import { type RegionHints, regionOf } from '../../model/region/region.ts';
import { projectReturnsFolder } from '../../model/returns/folders.ts';
import { isLate } from '../../model/returns/return-standing.ts';
import { findingOf } from '../returns/acknowledge.ts';
import { supersededIn } from '../returns/merge.ts';
import { foundByColumn } from './column.ts';
import { projectGroup } from './group.ts';
import { projectRecord, withFindings } from './record.ts';
import { completion } from './summary.ts';
import { type ReturnsByMonth, returnsByMonth, traceProject } from './trace.ts';

/**
 * What is known of every project at the month's end, with totals, rankings, stalled projects and findings. `cities`
 * gives the order in which cities are listed; cities of the master list that it lacks follow. `hints`: what they
 * are called by. Diagnostics: a missing return is a warning; a superseded one an info.
 */
export function buildProjectLedger(
  inputs: ProjectInputs,
  month: Month,
  cities: readonly string[] = [],
  hints?: RegionHints,
): { value: ProjectLedger; diagnostics: Diagnostic[] } {
  const { rules } = inputs;
  const order = [...new Set([...cities, ...inputs.projects.map((project) => project.city)])];
  const returns = returnsByMonth(inputs.returns);
  const traces = inputs.projects.map((project) => ({
    project,
    months: traceProject(project, returns, month),
  }));
  // Earlier months are judged by their own end: rankings of the month and quarter before are needed.
  const byMonth = Array.from({ length: month.month }, (_, i) =>
    traces.map(({ project, months }) =>
      projectRecord(project, months.slice(0, i + 1), monthOf(month.year, i + 1), rules),
    ),
  );
  const projects = byMonth.at(-1)?.map((record) => withFindings(record, month, rules)) ?? [];
  const current = monthReturns(inputs, returns, month, order);
  const missing = current.filter((r) => r.receivedAt === null).map((r) => missingReturn(r, projects));
  const diagnostics = [
    ...missing.map(({ diagnostic }) => diagnostic),
    ...supersededIn(returns.get(month.id) ?? new Map()),
  ];
  // The county itself is told with its towns, but not compared with them.
  const compared = order.filter((city) => !hints?.ownNames?.includes(city));
  const groupOf = (kind: string | null): ProjectGroup =>
    projectGroup(kind, byMonth, month, { order, compared }, rules);
  const value: ProjectLedger = {
    month,
    region: regionOf(order, hints),
    rules,
    projects,
    all: groupOf(null),
    kinds: projectKinds(inputs).map(groupOf),
    returns: current,
    // Before the first month that anybody reported for, nobody was asked.
    owedEarlier: Array.from({ length: month.month - 1 }, (_, i) => monthOf(month.year, i + 1))
      .filter((m) => inputs.returns.some((r) => r.month <= m.id))
      .flatMap((m) => monthReturns(inputs, returns, m, order).filter((r) => r.receivedAt === null)),
    stalled: projects.filter((record) => record.stalled),
    overdueStarts: projects.filter((record) => record.startOverdue),
    findings: [...missing.map(({ finding }) => finding), ...foundByColumn(projects)],
    demo: inputs.demo || inputs.returns.some((r) => r.demo),
  };
  return { value, diagnostics };
}

/** Completion rate of all projects together, by city; null where a city has reported nothing. */
export function projectRatesByCity(inputs: ProjectInputs, month: Month): ReadonlyMap<string, Figure | null> {
  const returns = returnsByMonth(inputs.returns);
  const byCity = groupBy(inputs.projects, (project) => project.city);
  return new Map(
    [...byCity].map(([city, projects]) => {
      const records = projects.map((project) =>
        projectRecord(project, traceProject(project, returns, month), month, inputs.rules),
      );
      return [city, hasReported(records, city) ? completion(records) : null];
    }),
  );
}

/** One record per city that has projects. */
function monthReturns(
  inputs: ProjectInputs,
  returns: ReturnsByMonth,
  month: Month,
  order: readonly string[],
): MonthReturn[] {
  const due = monthDue(month, inputs.rules.dueDay);
  return order.flatMap((city) => {
    const owed = inputs.projects.filter((project) => project.city === city).length;
    if (owed === 0) return [];
    const { counting: found, first } = returns.get(month.id)?.get(city) ?? {};
    return {
      city,
      month,
      due,
      receivedAt: found?.receivedAt ?? null,
      late: isLate(first?.receivedAt, due),
      file: found?.file ?? null,
      owed,
      listed: found?.entries.length ?? 0,
    };
  });
}

/** A warning for what the month lacks, and what the city is asked. */
function missingReturn(
  { city, month }: MonthReturn,
  projects: readonly ProjectRecord[],
): { finding: Finding; diagnostic: Diagnostic } {
  const folder = projectReturnsFolder(month);
  const diagnostic = projectReturnMissing(city, monthName(month), folder, !hasReported(projects, city));
  const { message, at = { file: folder } } = diagnostic;
  const facts = { check: 'project-missing-return', effect: 'notice', unit: city, subject: city } as const;
  const finding = findingOf({ ...facts, message, at });
  return { finding, diagnostic: { ...diagnostic, finding: finding.id } };
}
