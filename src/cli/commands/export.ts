/** diaodu export <期> */
import { Command } from 'commander';
import { hasErrors } from '../../base/diagnostic.ts';
import { parsePeriod } from '../../model/period.ts';
import { realEffects } from '../effects.ts';
import { EXIT } from '../exit-codes.ts';
import { diagnosticLines, fileSize } from '../report.ts';
import { periodError, splitList, usageError } from '../usage.ts';

interface Options {
  only?: string;
  out?: string;
  workspace: string;
  json?: boolean;
}

export const exportCommand = (exit: (code: number) => void): Command =>
  new Command('export')
    .description('导出一个季度的台账（Excel、各专项工作台账、CSV、JSON）')
    .argument('<期>', '季度，写作 2022Q3 或 2022年三季度')
    .option('--only <种类>', '只导出列出的种类，用逗号分开：xlsx、tracks（工作台账）、csv、json')
    .option('--out <文件夹>', '输出到哪里（默认 output/<期>，文件放在其中的“导出”）')
    .option('--workspace <文件夹>', '工作区：data、templates 所在的文件夹', '.')
    .option('--json', '结果以 JSON 输出，供其他程序使用')
    .addHelpText('after', '\n示例：\n  diaodu export 2022Q3\n  diaodu export 2022Q3 --only csv,json')
    .action(async (period: string, options: Options) => exit(await run(period, options)));

async function run(written: string, options: Options): Promise<number> {
  const period = parsePeriod(written);
  if (!period) return usageError(periodError(written));
  const { EXPORT_KINDS, exportPeriod } = await import('../../flows/export.ts');
  const only = splitList(options.only ?? '');
  const unknown = only.find((kind) => !(EXPORT_KINDS as readonly string[]).includes(kind));
  if (unknown !== undefined)
    return usageError(`没有“${unknown}”这种导出，可用：${EXPORT_KINDS.join('、')}。`);
  const result = await exportPeriod(
    {
      period,
      only: EXPORT_KINDS.filter((kind) => only.includes(kind)),
      out: options.out ?? `output/${period.id}`,
    },
    realEffects(options.workspace, () => {}),
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
