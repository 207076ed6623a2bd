/** diaodu build <期> */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { hasErrors } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { erratumHint } from '../../base/messages/outputs.ts';
import { build, FORMAT_NAMES } from '../../flows/build.ts';
import { ISSUED, PRINT_FOLDER } from '../../model/archive/outputs.ts';
import type { BuildRequest, BuildResult } from '../../pipeline.ts';
import { type BuildSettings, buildEach } from '../build-each.ts';
import { complain, notable } from '../conclude.ts';
import { exitOf } from '../exit-codes.ts';
import { fontPlaces, host } from '../machine.ts';
import { fileLine, tally } from '../report.ts';
import { defaultJobs } from '../threads.ts';
import { buildWhenError, parseBuildWhen, splitList, unknownName, usageError } from '../usage.ts';
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

export async function run(written: string, options: Options): Promise<number> {
  const period = parseBuildWhen(written);
  if (!period) return usageError(buildWhenError(written));
  const formats = splitList(options.format);
  const unknown = unknownName(formats, FORMAT_NAMES, '这种格式');
  if (unknown) return usageError(unknown);

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
  const say = json ? () => {} : (line: string) => console.log(line);
  const { effects, close } = openWorkshop({ workspace, print: say, cache, jobs });
  try {
    if (watch) return await watchAndBuild(request, effects, workspace);
    say(`生成 ${request.period.id} 文稿`);
    const started = effects.now();
    const result = await build(request, effects);
    if (json) console.log(JSON.stringify({ ok: !hasErrors(result.diagnostics), ...result }, null, 2));
    else {
      tell(result, effects.now() - started);
      if (await outdatesIssued(request, result, effects)) console.log(erratumHint(request.period.id));
    }
    return exitOf(result.diagnostics);
  } finally {
    await close();
  }
}

/** Whether it has put other papers in place than those that were handed out; of a 打印版 its own build has said so. */
async function outdatesIssued(
  { period, out, draft, print }: BuildRequest,
  { files }: BuildResult,
  effects: Effects,
): Promise<boolean> {
  if (draft || print || !files.some(({ format, written }) => written && format === 'pdf')) return false;
  const issued = await effects.list(`data/${period.year}/${ISSUED}/${period.id}`);
  if (issued.length === 0) return false;
  const { differsFromIssued } = await import('../../flows/status/papers-state.ts');
  return differsFromIssued(period, out, effects);
}

function tell({ files, diagnostics }: BuildResult, milliseconds: number): void {
  complain(notable(diagnostics));
  for (const file of files) console.log(fileLine(file));
  const seconds = (milliseconds / 1000).toFixed(1);
  console.log(
    `${hasErrors(diagnostics) ? '未完成' : '完成'}：${files.length}个文件，${seconds}秒${tally(diagnostics) ? `，${tally(diagnostics)}` : ''}。`,
  );
}
