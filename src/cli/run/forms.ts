/** diaodu forms <期> */
import { type Diagnostic, hasErrors } from '../../base/diagnostic.ts';
import type { WrittenForm } from '../../flows/forms/forms.ts';
import type { RegionalForm } from '../../flows/forms/regional-forms.ts';
import { conclude } from '../conclude.ts';
import { tally } from '../report.ts';
import { parseWhen, splitList, usageError, whenError } from '../usage.ts';
import { cachedEffects } from '../workshop.ts';

interface Options {
  unit?: string;
  out?: string;
  workspace: string;
  json?: boolean;
}

export async function run(written: string, options: Options): Promise<number> {
  const when = parseWhen(written);
  if (!when) return usageError(whenError(written));
  const say = options.json ? () => {} : (line: string) => console.log(line);
  const effects = cachedEffects(options.workspace, say);
  const out = options.out ?? `output/${(when.quarter ?? when.month).id}`;
  const only = splitList(options.unit ?? '');
  if (when.month) {
    const { projectForms } = await import('../../flows/forms/regional-forms.ts');
    const { files, diagnostics } = await projectForms({ when: when.month, only, out }, effects);
    return tell({ files }, diagnostics, projectLines(files), '重点项目月报表', options);
  }
  const { quarterForms } = await import('../../flows/forms/period-forms.ts');
  const { diagnostics, ...result } = await quarterForms({ period: when.quarter, only, out }, effects);
  return tell(
    result,
    diagnostics,
    [...unitLines(result.files), ...cityLines(result.cities)],
    '填报表',
    options,
  );
}

/** What the console says of the units’ forms: each with what stands in it. */
export const unitLines = (files: readonly WrittenForm[]): string[] =>
  files.map(({ path, tasks, goals, cooperation }) => {
    const nothing = tasks + goals + cooperation === 0;
    const parts = [
      ...(tasks > 0 || nothing ? [`任务${tasks}项`] : []),
      ...(goals > 0 ? [`目标${goals}项`] : []),
      ...(cooperation > 0 ? [`配合任务${cooperation}项`] : []),
    ];
    return `${path}  ${parts.join('、')}`;
  });
const cityLines = (files: readonly RegionalForm[]): string[] =>
  files.map(({ path, rows }) => `${path}  指标和事项${rows}行`);
const projectLines = (files: readonly RegionalForm[]): string[] =>
  files.map(({ path, rows }) => `${path}  项目${rows}个`);

function tell(
  result: object,
  diagnostics: readonly Diagnostic[],
  lines: readonly string[],
  what: string,
  { json }: Options,
): number {
  const problems = tally(diagnostics);
  const outcome = `${hasErrors(diagnostics) ? '未完成' : '完成'}：${lines.length}份${what}${problems ? `，${problems}` : ''}。`;
  const told = [...lines.map((line) => `  ${line}`), outcome];
  return conclude({ ...result, diagnostics }, json, told, diagnostics);
}
