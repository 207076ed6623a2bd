/** diaodu lint: templates by the rules of official prose; with a period, its composed documents too. Nothing is written. */
import { type Diagnostic, hasErrors, type Outcome } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { folderEmpty } from '../base/messages/files.ts';
import type { Origin } from '../base/origin.ts';
import { type LintFileRead, readLintFile, readTemplateTexts } from '../intake/lint.ts';
import { lintDocument, lintTemplate } from '../lint/lint.ts';
import type { LintSettings } from '../lint/rule.ts';
import { lintSettings, quotedIn } from '../lint/settings.ts';
import { isQuarter } from '../model/ledger/ledger.ts';
import type { Month, Period, Year } from '../model/period.ts';
import { type Composed, compose } from '../pipeline.ts';
import { reminders } from './remind.ts';

export interface LintResult {
  /** Files and documents with findings, templates first. */
  groups: { name: string; findings: Diagnostic[] }[];
  counts: { error: number; warning: number; info: number };
  /** How many were looked at. */
  looked: { templates: number; documents: number };
  /** Of reading and composing: a document that cannot be composed cannot be looked at. */
  diagnostics: Diagnostic[];
}

/** @param period null: templates only */
export async function lint(period: Period | Month | Year | null, effects: Effects): Promise<LintResult> {
  const file = await readLintFile(effects);
  const composed: Partial<Composed> = period ? await compose({ period, only: [] }, effects) : {};
  const { subject, pack } = composed;
  const letters = subject && isQuarter(subject) ? await reminders(subject, [], effects) : undefined;
  const { settings, diagnostics } = settingsFor(file, composed);
  const templates = await readTemplateTexts(effects);
  const documents = [
    ...(pack?.documents.map(({ document }) => document) ?? []),
    ...(letters?.documents ?? []),
  ];
  const findings = [
    ...templates.value.flatMap(({ path, text }) => lintTemplate(path, text, settings)),
    ...documents.flatMap((document) => lintDocument(document, settings)),
  ];
  const count = (severity: Diagnostic['severity']): number =>
    findings.filter((one) => one.severity === severity).length;
  return {
    groups: byFile(findings),
    counts: { error: count('error'), warning: count('warning'), info: count('info') },
    looked: { templates: templates.value.length, documents: documents.length },
    diagnostics: [
      ...file.diagnostics,
      ...diagnostics,
      ...templates.diagnostics,
      ...(templates.value.length > 0 || composed.diagnostics?.some(({ code }) => code === 'noWorkspace')
        ? []
        : [folderEmpty('templates', '模板')]),
      ...[...(composed.diagnostics ?? []), ...(letters?.diagnostics ?? [])].filter(
        (d) => d.severity === 'error',
      ),
    ],
  };
}

/** Whether nothing is left that has to be mended. */
export const isClean = (result: LintResult): boolean =>
  result.counts.error === 0 && !hasErrors(result.diagnostics);

function settingsFor(
  file: Outcome<LintFileRead>,
  { inputs }: Partial<Composed>,
): { settings: LintSettings; diagnostics: Diagnostic[] } {
  const at: Origin = { file: file.value?.path ?? '' };
  return lintSettings(
    file.value?.settings ?? { rules: [], phrases: [] },
    at,
    inputs?.units ?? [],
    // The wording of rules, notes of the office and the like is our own.
    quotedIn(inputs?.plan, inputs?.submissions, inputs?.projects, inputs?.cities),
  );
}

/** In the order in which they were looked at; within one by severity. */
function byFile(findings: readonly Diagnostic[]): LintResult['groups'] {
  const groups = new Map<string, Diagnostic[]>();
  for (const found of findings) {
    const name = found.at?.file ?? '';
    groups.set(name, [...(groups.get(name) ?? []), found]);
  }
  const rank = { error: 0, warning: 1, info: 2 };
  return [...groups].map(([name, own]) => ({
    name,
    findings: own.sort((a, b) => rank[a.severity] - rank[b.severity]),
  }));
}
