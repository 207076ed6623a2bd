/** diaodu export <期> */
import { hasErrors } from '../../base/diagnostic.ts';
import { parsePeriod } from '../../model/period.ts';
import { EXIT } from '../exit-codes.ts';
import { diagnosticLines, fileSize } from '../report.ts';
import { periodError, splitList, unknownName, usageError } from '../usage.ts';
import { cachedEffects } from '../workshop.ts';

interface Options {
  only?: string;
  out?: string;
  workspace: string;
  json?: boolean;
}

export async function run(written: string, options: Options): Promise<number> {
  const period = parsePeriod(written);
  if (!period) return usageError(periodError(written));
  const { EXPORT_KINDS, exportPeriod } = await import('../../flows/export.ts');
  const only = splitList(options.only ?? '');
  const unknown = unknownName(only, EXPORT_KINDS, '这种导出');
  if (unknown) return usageError(unknown);
  const result = await exportPeriod(
    {
      period,
      only: EXPORT_KINDS.filter((kind) => only.includes(kind)),
      out: options.out ?? `output/${period.id}`,
    },
    cachedEffects(options.workspace, () => {}),
  );
  const failed = hasErrors(result.diagnostics);
  if (options.json) console.log(JSON.stringify({ ok: !failed, ...result }, null, 2));
  else {
    for (const line of diagnosticLines(result.diagnostics.filter((d) => d.severity !== 'info')))
      console.error(line);
    for (const file of result.files) console.log(`  ${file.path}  ${fileSize(file.bytes)}`);
    console.log(`${failed ? '未完成' : '完成'}：${result.files.length}个文件。`);
  }
  return failed ? EXIT.data : EXIT.fine;
}
