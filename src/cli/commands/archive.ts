/** diaodu archive <期>, diaodu archive verify <归档包> */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { hasErrors } from '../../base/diagnostic.ts';
import { parseMonth, parsePeriod, parseYear } from '../../model/period.ts';
import { realEffects } from '../effects.ts';
import { EXIT } from '../exit-codes.ts';
import { diagnosticLines, tally } from '../report.ts';
import { buildWhenError, usageError } from '../usage.ts';

interface Options {
  from?: string;
  out?: string;
  workspace: string;
  json?: boolean;
}

export const archiveCommand = (exit: (code: number) => void): Command =>
  new Command('archive')
    .description('把一个季度、一个月或一年的文稿、台账和数据做成归档包（文件夹和 zip），或核验归档包')
    .argument('<期>', '季度，写作 2022Q3 或 2022年三季度；月份，写作 2022-08 或 2022年8月；年度，写作 2022')
    .option('--from <文件夹>', '文稿在哪里（默认 output/<期>）')
    .option('--out <文件夹>', '归档包放到哪里（默认 output），放在其中的“<期>归档”')
    .option('--workspace <文件夹>', '工作区：data、templates 所在的文件夹', '.')
    .option('--json', '结果以 JSON 输出，供其他程序使用')
    .addHelpText(
      'after',
      '\n归档信息（全宗号、档号、成文日期、署名、保管期限、密级等）取自 data/<年>/archive.yaml，由档案人员填写；缺少的一次列出，程序不代填。\n\n示例：\n  diaodu archive 2022Q3\n  diaodu archive 2022-08\n  diaodu archive 2022\n  diaodu archive verify output/2022Q3归档/2022Q3归档包.zip',
    )
    .action(async (period: string, options: Options) => exit(await run(period, options)))
    .addCommand(
      new Command('verify')
        .description('核验归档包：逐个文件核对摘要、目录、元数据，说明哪里不对')
        .argument('<归档包>', '.zip 文件或文件夹')
        .option('--json', '结果以 JSON 输出，供其他程序使用')
        .addHelpText('after', '\n示例：\n  diaodu archive verify 2022Q3归档包.zip')
        .action(async (path: string, _options: unknown, command: Command) =>
          exit(await verify(path, command.optsWithGlobals<{ json?: boolean }>())),
        ),
    );

async function run(written: string, options: Options): Promise<number> {
  const period = parsePeriod(written) ?? parseMonth(written) ?? parseYear(written);
  if (!period) return usageError(buildWhenError(written));
  const { archivePeriod } = await import('../../flows/archive.ts');
  const result = await archivePeriod(
    {
      period,
      out: options.from ?? `output/${period.id}`,
      to: `${options.out ?? 'output'}/${period.id}归档`,
    },
    realEffects(options.workspace, () => {}),
  );
  const failed = hasErrors(result.diagnostics);
  if (options.json) console.log(JSON.stringify({ ok: !failed, ...result }, null, 2));
  else {
    for (const line of diagnosticLines(result.diagnostics)) console.error(line);
    for (const { number, title, files } of result.items)
      console.log(`  ${number}　《${title}》　${files}个文件`);
    if (failed) console.log(`未归档：${tally(result.diagnostics)}。`);
    else {
      const open = result.findings.filter((finding) => finding.result === '未检测');
      console.log(
        `  自检${result.findings.length}项，未检测${open.length}项（${open.map(({ what }) => what).join('、')}）`,
      );
      console.log(`  ${result.folder}\n  ${result.zip}\n完成：${result.items.length}件。`);
    }
  }
  return failed ? EXIT.data : EXIT.fine;
}

async function verify(path: string, options: { json?: boolean }): Promise<number> {
  const { verifyArchive } = await import('../../flows/archive-verify.ts');
  const result = await verifyArchive(
    resolve(path),
    realEffects('.', () => {}),
  );
  const failed = hasErrors(result.diagnostics);
  if (options.json) console.log(JSON.stringify({ ok: !failed, ...result }, null, 2));
  else {
    for (const line of diagnosticLines(result.diagnostics)) console.error(line);
    console.log(
      failed
        ? `核验不通过：${tally(result.diagnostics)}。`
        : `核验通过：${result.items}件、${result.files}个文件，摘要、目录、元数据均相符。`,
    );
  }
  return failed ? EXIT.data : EXIT.fine;
}
