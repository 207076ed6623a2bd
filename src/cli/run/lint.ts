/** diaodu lint [期] */
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { LintResult } from '../../flows/lint.ts';
import { complain } from '../conclude.ts';
import { EXIT } from '../exit-codes.ts';
import { SEVERITY_WORDS } from '../report.ts';
import { buildWhenError, parseBuildWhen, usageError } from '../usage.ts';
import { cachedEffects } from '../workshop.ts';

interface Options {
  workspace: string;
  json?: boolean;
  all?: boolean;
}

export async function run(written: string | undefined, options: Options): Promise<number> {
  const period = written === undefined ? null : parseBuildWhen(written);
  if (period === undefined) return usageError(buildWhenError(written ?? ''));
  const { isClean, lint } = await import('../../flows/lint.ts');
  const result = await lint(
    period,
    cachedEffects(options.workspace, () => {}),
  );
  const ok = isClean(result);
  if (options.json) console.log(JSON.stringify({ ok, period: period?.id ?? null, ...result }, null, 2));
  else print(result, options.all ?? false);
  return ok ? EXIT.fine : EXIT.data;
}

function print({ groups, counts, looked, diagnostics }: LintResult, all: boolean): void {
  for (const { name, findings } of groups) {
    const shown = findings.filter((one) => all || one.severity !== 'info');
    if (shown.length === 0) continue;
    console.log(`${name}（${shown.length}条）`);
    for (const line of shown.flatMap(findingLines)) console.log(line);
    console.log('');
  }
  complain(diagnostics);
  const documents = looked.documents > 0 ? `、文稿${looked.documents}份` : '';
  const hidden = counts.info > 0 && !all ? '（加 --all 列出）' : '';
  console.log(
    `检查模板文件${looked.templates}个${documents}：错误${counts.error}条、提醒${counts.warning}条、说明${counts.info}条${hidden}。`,
  );
}

function findingLines({ code, severity, message, at, hints }: Diagnostic): string[] {
  const place = at?.part ?? (at?.line === undefined ? '' : `第${at.line}行第${at.column ?? 1}字`);
  return [
    `  ${SEVERITY_WORDS[severity]}　${place}　${message}［${code}］`,
    ...hints.map((hint) => `　　　　→ ${hint}`),
  ];
}
