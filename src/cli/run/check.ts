/** diaodu check <期> */
import { shownAll } from '../../base/chinese/text.ts';
import { hasErrors, isAbout, type Severity } from '../../base/diagnostic.ts';
import { acknowledgementDraft } from '../../base/messages/acknowledgements.ts';
import { baselinesWanted } from '../../base/messages/checks.ts';
import type { CheckResult } from '../../flows/check/check.ts';
import type { ListedFinding } from '../../flows/check/listed-finding.ts';
import type { RegionalGroup } from '../../flows/check/regional-check.ts';
import { findingsOf, problemsOf, waiting } from '../../flows/check/waiting.ts';
import { complain, notable } from '../conclude.ts';
import { EXIT } from '../exit-codes.ts';
import { diagnosticLines, SEVERITY_WORDS } from '../report.ts';
import { parseWhen, usageError, whenError } from '../usage.ts';
import { cachedEffects } from '../workshop.ts';

interface Options {
  unit?: string;
  workspace: string;
  json?: boolean;
}

export async function run(written: string, options: Options): Promise<number> {
  const when = parseWhen(written);
  if (!when) return usageError(whenError(written));
  const effects = cachedEffects(options.workspace, () => {});
  const { unit } = options;
  const { isClear } = await import('../../flows/check/check.ts');
  if (when.month) {
    const { checkMonth } = await import('../../flows/check/regional-check.ts');
    const result = await checkMonth(when.month, effects, unit);
    if (options.json) console.log(JSON.stringify({ ok: isClear(result), ...result }, null, 2));
    else {
      for (const line of result.groups.flatMap((group) => groupLines(group))) console.log(line);
      complain(result.diagnostics);
      if (result.groups.length > 0) console.log(closing({ ...result, units: [] }));
      for (const line of draftLines(result.groups)) console.log(line);
    }
    return isClear(result) ? EXIT.fine : EXIT.data;
  }
  const { checkPeriod } = await import('../../flows/check/check.ts');
  const result = await checkPeriod(when.quarter, effects, unit);
  if (options.json) console.log(JSON.stringify({ ok: isClear(result), ...result }, null, 2));
  else print(result);
  return isClear(result) ? EXIT.fine : EXIT.data;
}

function print(result: CheckResult): void {
  const { only, units, groups, diagnostics } = result;
  const regional = saysAnything(groups);
  if (nothingFound(result)) console.log(`没有“${only}”的核对发现。\n`);
  for (const line of unitLines(units)) console.log(line);
  if (!only || regional) for (const line of groups.flatMap((group) => groupLines(group))) console.log(line);
  complain(notable(diagnostics));
  if (diagnostics.some(({ code }) => code === 'unitNotConcerned')) return;
  console.log(closing(result));
  for (const line of draftLines([result, ...groups])) console.log(line);
}

/** What the office may write down of the errors that were listed, for each file. */
export function draftLines(listed: readonly Pick<RegionalGroup, 'notes' | 'units'>[]): string[] {
  return listed.flatMap(({ notes, units }) => {
    const open = units
      .flatMap((unit) => unit.findings)
      .filter(({ severity, acknowledgement }) => severity === 'error' && !acknowledgement);
    return open.length > 0 ? ['', ...acknowledgementDraft(notes, open)] : [];
  });
}

/** Counts what was listed above, whatever part of the list it stands in, and says what waits for it. */
export function closing(
  result: Pick<CheckResult, 'period' | 'only' | 'units' | 'groups' | 'diagnostics'>,
): string {
  const { period, only, diagnostics } = result;
  const findings = findingsOf(result);
  const told = problemsOf(result);
  const of = (severity: Severity): number =>
    [...findings, ...told].filter((one) => one.severity === severity).length;
  const explained = findings.filter(({ acknowledgement }) => acknowledgement).length;
  const open = waiting(result);
  const elsewhere = open === 0 && hasErrors(diagnostics) ? '；其他单位或地方还有错误待处理' : '';
  const waits = open > 0 ? `；${open}条错误待处理` : elsewhere;
  return `${period}${only === undefined ? '' : `（${only}）`}：错误${of('error')}条、提醒${of('warning')}条，已作说明${explained}条${waits && `${waits}，处理前不能生成正式文稿`}。`;
}

/** Of the one that is asked for; what is wrong with its sheet is no finding, and may be why there is none. */
export function nothingFound({ only, units, groups, diagnostics }: CheckResult): boolean {
  if (only === undefined) return false;
  const faulty = notable(diagnostics).some((d) => isAbout(d, only));
  return units.length === 0 && !saysAnything(groups) && !faulty;
}

const saysAnything = (groups: readonly RegionalGroup[]): boolean =>
  groups.some((group) => group.units.length + group.diagnostics.length > 0);

/** In a first year hardly any stock has a baseline: what is said of each of them is said once, of all. */
export function unitLines(units: CheckResult['units']): string[] {
  const wanting = units.flatMap(({ unit, findings }) => {
    const own = findings.filter(wantsBaseline);
    return own.length > 0 ? [{ unit, own }] : [];
  });
  const n = wanting.reduce((sum, { own }) => sum + own.length, 0);
  const single = (finding: ListedFinding): boolean => n < 2 || !wantsBaseline(finding);
  const names = wanting.map(
    ({ unit, own }) => `${unit}：${own.flatMap(({ target }) => target ?? []).join('、')}`,
  );
  const [first, ...rest] = baselinesWanted(names, n);
  return [
    ...units.flatMap(({ unit, findings }) => {
      const told = findings.filter(single);
      return told.length > 0 ? [`${unit}（${told.length}条）`, ...told.flatMap(findingLines), ''] : [];
    }),
    ...(n < 2
      ? []
      : [`${SEVERITY_WORDS.warning}（${n}条）　${first}`, ...rest.map((line) => `　　　　${line}`), '']),
  ];
}

const wantsBaseline = ({ check, acknowledgement }: ListedFinding): boolean =>
  check === 'no-baseline' && !acknowledgement;

function groupLines({ name, units, diagnostics, gate }: RegionalGroup): string[] {
  const told = notable(diagnostics);
  const severities = [...units.flatMap((u) => u.findings), ...told].map((one) => one.severity);
  const counted = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = severities.filter((one) => one === severity).length;
    return count > 0 ? [`${SEVERITY_WORDS[severity]}${count}条`] : [];
  });
  const effect =
    gate.length > 0 || hasErrors(diagnostics) ? '错误处理前不能生成正式文稿' : '不影响正式文稿的生成';
  const summary = counted.length > 0 ? `${counted.join('、')}，${effect}` : '没有发现';
  return [
    `【${name}】${summary}`,
    '',
    ...(told.length > 0 ? [...diagnosticLines(told).map((line) => `  ${line}`), ''] : []),
    ...unitLines(units),
  ];
}

function findingLines({ id, severity, message, at, hints, acknowledgement }: ListedFinding): string[] {
  return [
    `  ${SEVERITY_WORDS[severity]}　${message}`,
    `　　　　编号 ${id}`,
    `　　　　位置 ${at}`,
    ...(acknowledgement
      ? [`　　　　已说明：${acknowledgement.outcome}，${acknowledgement.reason}（${acknowledgement.by}）`]
      : hints.map((hint) => `　　　　→ ${hint}`)),
  ].map(shownAll);
}
