/** diaodu check <期> */
import { Command } from 'commander';
import type { CheckResult, ListedFinding } from '../../flows/check.ts';
import { parsePeriod } from '../../model/period.ts';
import { realEffects } from '../effects.ts';
import { EXIT } from '../exit-codes.ts';
import { diagnosticLines } from '../report.ts';
import { periodError, usageError } from '../usage.ts';

interface Options {
  unit?: string;
  workspace: string;
  json?: boolean;
}

export const checkCommand = (exit: (code: number) => void): Command =>
  new Command('check')
    .description('核对一个季度的报送数据，按单位列出发现')
    .argument('<期>', '季度，写作 2022Q3 或 2022年三季度')
    .option('--unit <单位>', '只看一个单位')
    .option('--workspace <文件夹>', '工作区：data、templates 所在的文件夹', '.')
    .option('--json', '结果以 JSON 输出，供其他程序使用')
    .addHelpText(
      'after',
      '\n错误须由单位更正，或者把处理情况写入 data/<年>/acknowledgements/<期>.yaml，否则不能生成正式文稿。\n\n示例：\n  diaodu check 2022Q3\n  diaodu check 2022Q3 --unit 省工信厅',
    )
    .action(async (period: string, options: Options) => exit(await run(period, options)));

async function run(written: string, options: Options): Promise<number> {
  const period = parsePeriod(written);
  if (!period) return usageError(periodError(written));
  const { checkPeriod, isClear } = await import('../../flows/check.ts');
  const all = await checkPeriod(
    period,
    realEffects(options.workspace, () => {}),
  );
  const result = { ...all, units: all.units.filter((u) => !options.unit || u.unit === options.unit) };
  if (options.json) console.log(JSON.stringify({ ok: isClear(all), ...result }, null, 2));
  else print(result, options.unit);
  return isClear(all) ? EXIT.fine : EXIT.data;
}

function print({ period, units, counts, diagnostics }: CheckResult, only: string | undefined): void {
  if (only && units.length === 0) console.log(`没有“${only}”的核对发现（单位请写简称，如 省工信厅）。\n`);
  for (const { unit, findings } of units) {
    console.log(`${unit}（${findings.length}条）`);
    for (const finding of findings) for (const line of findingLines(finding)) console.log(line);
    console.log('');
  }
  for (const line of diagnosticLines(diagnostics.filter((d) => d.severity !== 'info'))) console.error(line);
  const open = counts.open > 0 ? `，其中${counts.open}个错误待处理` : '';
  console.log(
    `${period}：错误${counts.error}条、提醒${counts.warning}条，已作说明${counts.acknowledged}条${open}。`,
  );
}

function findingLines({ id, severity, message, at, hints, acknowledgement }: ListedFinding): string[] {
  return [
    `  ${severity === 'error' ? '错误' : '提醒'}　${message}`,
    `　　　　编号 ${id}`,
    `　　　　位置 ${at}`,
    ...(acknowledgement
      ? [`　　　　已说明：${acknowledgement.outcome}，${acknowledgement.reason}（${acknowledgement.by}）`]
      : hints.map((hint) => `　　　　→ ${hint}`)),
  ];
}
