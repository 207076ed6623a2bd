/** diaodu remind <期> */
import { Command } from 'commander';
import { hasErrors } from '../../base/diagnostic.ts';
import { parsePeriod } from '../../model/period.ts';
import { realEffects } from '../effects.ts';
import { EXIT } from '../exit-codes.ts';
import { fontPlaces, host } from '../machine.ts';
import { diagnosticLines, fileSize, tally } from '../report.ts';
import { periodError, splitList, usageError } from '../usage.ts';

interface Options {
  unit?: string;
  format: string;
  out?: string;
  workspace: string;
  json?: boolean;
}

export const remindCommand = (exit: (code: number) => void): Command =>
  new Command('remind')
    .description('生成催报函（未报、漏报、迟报的单位每家一件）和报送情况汇总')
    .argument('<期>', '季度，写作 2022Q4 或 2022年四季度')
    .option('--unit <单位>', '只给列出的单位发函，用逗号分开；不再生成汇总')
    .option('--format <格式>', '格式，用逗号分开', 'pdf,docx')
    .option('--out <文件夹>', '输出到哪里（默认 output/<期>，放在其中的“催报函”文件夹）')
    .option('--workspace <文件夹>', '工作区：data、templates 所在的文件夹', '.')
    .option('--json', '结果以 JSON 输出，供其他程序使用')
    .addHelpText(
      'after',
      '\n示例：\n  diaodu remind 2022Q3\n  diaodu remind 2022年三季度 --unit 省卫健委 --format docx\n\n发文字号、成文日期、补报期限、联系人取自 data/<年>/office.yaml，没有写的印空线。',
    )
    .action(async (period: string, options: Options) => exit(await run(period, options)));

async function run(written: string, options: Options): Promise<number> {
  const period = parsePeriod(written);
  if (!period) return usageError(periodError(written));
  const [{ remind }, { FORMAT_NAMES }] = await Promise.all([
    import('../../flows/remind.ts'),
    import('../../pipeline.ts'),
  ]);
  const formats = splitList(options.format);
  const unknown = formats.find((format) => !(FORMAT_NAMES as string[]).includes(format));
  if (unknown !== undefined)
    return usageError(`没有“${unknown}”这种格式，可用：${FORMAT_NAMES.join('、')}。`);
  const say = options.json ? () => {} : (line: string) => console.log(line);
  const result = await remind(
    {
      period,
      only: splitList(options.unit ?? ''),
      formats: formats as typeof FORMAT_NAMES,
      out: options.out ?? `output/${period.id}`,
      host,
      fontPlaces: fontPlaces(options.workspace),
    },
    realEffects(options.workspace, say),
  );
  const failed = hasErrors(result.diagnostics);
  if (options.json) console.log(JSON.stringify({ ok: !failed, ...result }, null, 2));
  else {
    for (const line of diagnosticLines(result.diagnostics.filter((d) => d.severity !== 'info')))
      console.error(line);
    for (const { path, bytes, pages } of result.files)
      say(`  ${path}  ${fileSize(bytes)}${pages === null ? '' : `  ${pages}页`}`);
    const problems = tally(result.diagnostics);
    const letters = result.units.length > 0 ? `催报函${result.units.length}件` : '没有需要催报的单位';
    say(
      `${failed ? '未完成' : '完成'}：${letters}，${result.files.length}个文件${problems ? `，${problems}` : ''}。`,
    );
  }
  return failed ? EXIT.data : EXIT.fine;
}
