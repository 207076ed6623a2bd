/** diaodu forms <期> */
import { Command } from 'commander';
import { hasErrors } from '../../base/diagnostic.ts';
import { parsePeriod } from '../../model/period.ts';
import { realEffects } from '../effects.ts';
import { EXIT } from '../exit-codes.ts';
import { diagnosticLines, tally } from '../report.ts';
import { periodError, splitList, usageError } from '../usage.ts';

interface Options {
  unit?: string;
  out?: string;
  workspace: string;
  json?: boolean;
}

export const formsCommand = (exit: (code: number) => void): Command =>
  new Command('forms')
    .description('生成一个季度的填报表，每个单位一份（Excel）')
    .argument('<期>', '季度，写作 2022Q4 或 2022年四季度')
    .option('--unit <单位>', '只生成列出的单位，用逗号分开')
    .option('--out <文件夹>', '输出到哪里（默认 output/<期>，放在其中的“填报表”文件夹）')
    .option('--workspace <文件夹>', '工作区：data、templates 所在的文件夹', '.')
    .option('--json', '结果以 JSON 输出，供其他程序使用')
    .addHelpText(
      'after',
      '\n示例：\n  diaodu forms 2022Q4\n  diaodu forms 2022年四季度 --unit 省科技厅,省工信厅\n\n联系人、电话、邮箱取自 data/<年>/office.yaml，没有写的印空线。',
    )
    .action(async (period: string, options: Options) => exit(await run(period, options)));

async function run(written: string, options: Options): Promise<number> {
  const period = parsePeriod(written);
  if (!period) return usageError(periodError(written));
  const { forms } = await import('../../flows/forms.ts');
  const say = options.json ? () => {} : (line: string) => console.log(line);
  const out = options.out ?? `output/${period.id}`;
  const result = await forms(
    { period, only: splitList(options.unit ?? ''), out },
    realEffects(options.workspace, say),
  );
  const failed = hasErrors(result.diagnostics);
  if (options.json) console.log(JSON.stringify({ ok: !failed, ...result }, null, 2));
  else {
    for (const line of diagnosticLines(result.diagnostics)) console.error(line);
    for (const { path, tasks, goals, cooperation } of result.files)
      say(
        `  ${path}  ${cooperation > 0 ? `配合任务${cooperation}项` : `任务${tasks}项${goals > 0 ? `、目标${goals}项` : ''}`}`,
      );
    const problems = tally(result.diagnostics);
    say(`${failed ? '未完成' : '完成'}：${result.files.length}份填报表${problems ? `，${problems}` : ''}。`);
  }
  return failed ? EXIT.data : EXIT.fine;
}
