/** diaodu export <期> */
import { hasErrors } from '../../base/diagnostic.ts';
import { parsePeriod } from '../../model/period.ts';
import { conclude } from '../conclude.ts';
import { fileLine } from '../report.ts';
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
  const outcome = hasErrors(result.diagnostics) ? '未完成' : '完成';
  const lines = [...result.files.map(fileLine), `${outcome}：${result.files.length}个文件。`];
  return conclude(result, options.json, lines);
}
