/** diaodu new <年度> */
import { Command } from 'commander';
import { hasErrors } from '../../base/diagnostic.ts';
import { realEffects } from '../effects.ts';
import { EXIT } from '../exit-codes.ts';
import { diagnosticLines } from '../report.ts';
import { usageError } from '../usage.ts';

export const newCommand = (exit: (code: number) => void): Command =>
  new Command('new')
    .description('结转到新年度：沿用单位、规则、阶段和指标设置，上年结果作为基数，起草首次会议的会议事项')
    .argument('<年度>', '新年度，如 2023')
    .option('--workspace <文件夹>', '工作区', '.')
    .option('--json', '结果以 JSON 输出')
    .addHelpText('after', '\n示例：\n  diaodu new 2023\n\n结转后用 diaodu plan import 读入新年度的工作计划。')
    .action(async (year: string, options: { workspace: string; json?: boolean }) =>
      exit(await run(year, options)),
    );

async function run(written: string, options: { workspace: string; json?: boolean }): Promise<number> {
  if (!/^\d{4}$/.test(written)) return usageError(`年度“${written}”应写作 2023 的样子。`);
  const { newYear } = await import('../../flows/new-year.ts');
  const result = await newYear(
    Number(written),
    realEffects(options.workspace, () => {}),
  );
  const failed = hasErrors(result.diagnostics);
  if (options.json) console.log(JSON.stringify({ ok: !failed, ...result }, null, 2));
  else {
    for (const line of diagnosticLines(result.diagnostics)) console.error(line);
    for (const path of result.written) console.log(`  ${path}`);
    if (!failed) console.log(`已结转到${written}年。下一步：diaodu plan import <${written}年工作计划文件>`);
  }
  return failed ? EXIT.data : EXIT.fine;
}
