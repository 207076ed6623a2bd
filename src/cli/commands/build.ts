/** diaodu build <期> */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { hasErrors } from '../../base/diagnostic.ts';
import { PRINT_FOLDER } from '../../model/outputs.ts';
import { parseMonth, parsePeriod, parseYear } from '../../model/period.ts';
import type { BuildRequest, BuildResult } from '../../pipeline.ts';
import { type BuildSettings, buildEach } from '../build-each.ts';
import { exitOf } from '../exit-codes.ts';
import { fontPlaces, host } from '../machine.ts';
import { diagnosticLines, fileSize, tally } from '../report.ts';
import { defaultJobs } from '../threads.ts';
import { buildWhenError, splitList, usageError } from '../usage.ts';
import { watchAndBuild } from '../watch-build.ts';
import { openWorkshop } from '../workshop.ts';

interface Options {
  only?: string;
  format: string;
  draft?: boolean;
  print?: boolean;
  printShop?: boolean;
  out?: string;
  workspace: string;
  json?: boolean;
  watch?: boolean;
  each?: string;
  jobs?: string;
  maxMemory: string;
  cache: boolean;
}

export const buildCommand = (exit: (code: number) => void): Command =>
  new Command('build')
    .description('生成一个季度的会议材料、一个月的重点项目简报，或一年的白皮书（PDF 和 Word）')
    .argument('<期>', '季度，写作 2022Q3 或 2022年三季度；月份，写作 2022-08 或 2022年8月；年度，写作 2022')
    .option(
      '--only <文稿>',
      '只生成列出的文稿，用逗号分开，如 04 或 progress-report',
      // Said twice, both are meant.
      (names: string, before?: string) => (before ? `${before},${names}` : names),
    )
    .option('--format <格式>', '格式，用逗号分开', 'pdf,docx')
    .option('--draft', '核对发现未处理完也生成，每页标明“征求意见稿”')
    .option('--print', '打印版：供办公室黑白打印机双面打印的 PDF，放在“打印版”文件夹，不动原来的文件')
    .option('--print-shop', '白皮书的 PDF 加出血和裁切线，供印刷厂用')
    .option('--out <文件夹>', '输出到哪里（默认 output/<期>）')
    .option('--workspace <文件夹>', '工作区：data、templates 所在的文件夹', '.')
    .option('--each <文件夹>', '依次生成这个文件夹里每个工作区的文稿（各设区市、各县各有一个工作区时用）')
    .option('--jobs <个数>', '同时排版几份文稿（默认按处理器个数，最多4份）')
    .option('--max-memory <MB>', '排版时大约可以使用多少内存', '1500')
    .option('--no-cache', '不使用 .diaodu/cache 里留存的结果，全部重新生成')
    .option('--watch', '生成后一直等着：数据、模板或字体一保存，就更新受影响的文稿（按 Ctrl+C 结束）')
    .option('--json', '结果以 JSON 输出，供其他程序使用')
    .addHelpText(
      'after',
      '\n示例：\n  diaodu build 2022Q3\n  diaodu build 2022年三季度 --only progress-report --format pdf\n  diaodu build 2022Q4 --draft\n  diaodu build 2022Q3 --print\n  diaodu build 2022 --print-shop\n  diaodu build 2022Q3 --watch\n  diaodu build 2022Q3 --each 各县',
    )
    .action(async (period: string, options: Options) => exit(await run(period, options)));

async function run(written: string, options: Options): Promise<number> {
  const period = parsePeriod(written) ?? parseMonth(written) ?? parseYear(written);
  if (!period) return usageError(buildWhenError(written));
  const { FORMAT_NAMES } = await import('../../pipeline.ts');
  const formats = splitList(options.format);
  const unknown = formats.find((format) => !(FORMAT_NAMES as string[]).includes(format));
  if (unknown !== undefined)
    return usageError(`没有“${unknown}”这种格式，可用：${FORMAT_NAMES.join('、')}。`);

  if (options.watch && options.json) return usageError('--watch 与 --json 不能同时使用。');
  if (options.watch && options.each !== undefined) return usageError('--watch 与 --each 不能同时使用。');

  const memory = Number(options.maxMemory);
  const jobs = options.jobs === undefined ? defaultJobs(memory) : Number(options.jobs);
  if (!(memory > 0)) return usageError(`--max-memory 应为兆字节数，如 1500，不能是“${options.maxMemory}”。`);
  if (!Number.isInteger(jobs) || jobs < 1) return usageError(`--jobs 应为正整数，不能是“${options.jobs}”。`);

  if (options.print && !formats.includes('pdf')) return usageError('打印版只有 PDF，--format 中应有 pdf。');
  if (options.print && options.printShop)
    return usageError('--print 供办公室打印机，--print-shop 供印刷厂，只能用一个。');
  const out = options.out ?? `output/${period.id}`;

  const request = (workspace: string): BuildRequest => ({
    period,
    only: splitList(options.only ?? ''),
    formats: formats as typeof FORMAT_NAMES,
    draft: options.draft ?? false,
    print: options.print ?? false,
    printShop: options.printShop ?? false,
    out: options.print ? `${out}/${PRINT_FOLDER}` : out,
    host,
    fontPlaces: fontPlaces(workspace),
    jobs,
  });
  const settings = { cache: options.cache, jobs, json: options.json ?? false };
  if (options.each !== undefined) return buildEach(options.each, request, settings);
  // Otherwise it would be told when all is made and nowhere to be put.
  if (statSync(resolve(options.workspace, out), { throwIfNoEntry: false })?.isFile())
    return usageError(`--out 写的“${out}”是一个文件，应是文件夹。`);
  return buildOne(request(options.workspace), options, settings);
}

async function buildOne(
  request: BuildRequest,
  { workspace, watch }: Options,
  { cache, jobs, json }: BuildSettings,
): Promise<number> {
  const { build } = await import('../../pipeline.ts');
  const say = json ? () => {} : (line: string) => console.log(line);
  const { effects, close } = openWorkshop({ workspace, print: say, cache, jobs });
  try {
    if (watch) return await watchAndBuild(request, effects, workspace);
    say(`生成 ${request.period.id} 文稿`);
    const started = effects.now();
    const result = await build(request, effects);
    if (json) console.log(JSON.stringify({ ok: !hasErrors(result.diagnostics), ...result }, null, 2));
    else tell(result, effects.now() - started);
    return exitOf(result.diagnostics);
  } finally {
    await close();
  }
}

function tell({ files, diagnostics }: BuildResult, milliseconds: number): void {
  for (const line of diagnosticLines(diagnostics.filter((d) => d.severity !== 'info'))) console.error(line);
  for (const file of files)
    console.log(`  ${file.path}  ${fileSize(file.bytes)}${file.pages === null ? '' : `  ${file.pages}页`}`);
  const seconds = (milliseconds / 1000).toFixed(1);
  console.log(
    `${hasErrors(diagnostics) ? '未完成' : '完成'}：${files.length}个文件，${seconds}秒${tally(diagnostics) ? `，${tally(diagnostics)}` : ''}。`,
  );
}
