/** diaodu collect <期> <文件或文件夹…> */
import { Command } from 'commander';
import { parseDate } from '../../base/chinese/date.ts';
import { type Diagnostic, hasErrors } from '../../base/diagnostic.ts';
import { fileNotFound, nothingToCollect } from '../../base/messages/collect.ts';
import type { CollectedReturn, Outcome } from '../../flows/collect.ts';
import { parsePeriod } from '../../model/period.ts';
import { realEffects } from '../effects.ts';
import { EXIT } from '../exit-codes.ts';
import { diagnosticLines } from '../report.ts';
import { namedFiles } from '../sources.ts';
import { type ConsoleColumn, tableLines } from '../table.ts';
import { periodError, usageError } from '../usage.ts';

interface Options {
  received?: string;
  unit?: string;
  out?: string;
  workspace: string;
  verbose?: boolean;
  json?: boolean;
}

export const collectCommand = (exit: (code: number) => void): Command =>
  new Command('collect')
    .description('收取各单位报来的填报表，逐格检查，原件入库，有错的生成退回稿')
    .argument('<期>', '季度，写作 2022Q4 或 2022年四季度')
    .argument('<文件或文件夹...>', '报来的填报表（.xlsx .xls .csv .yaml）或放它们的文件夹')
    .option('--received <日期>', '收到日期，如 2023-01-08 或 "2023-01-08 15:30"（默认为现在）')
    .option('--unit <单位>', '这份表是哪个单位的（表内没有写明或前后不一致时用，只能收一份）')
    .option('--out <文件夹>', '退回稿输出到哪里（默认 output/<期>，放在其中的“退回”文件夹）')
    .option('--workspace <文件夹>', '工作区：data、templates 所在的文件夹', '.')
    .option('--verbose', '连同换算、转换等说明一并列出')
    .option('--json', '结果以 JSON 输出，供其他程序使用')
    .addHelpText(
      'after',
      '\n示例：\n  diaodu collect 2022Q4 ~/收件箱\n  diaodu collect 2022Q4 省科技厅.xlsx 省教育厅.csv --received 2023-01-08\n  diaodu collect 2022Q4 统计表.xls --unit 省统计局\n\n原件原样存入 data/<年>/submissions/<期>，登记在其中的 receipts.yaml；再次报来的作为新版本，后收的为准。',
    )
    .action(async (period: string, names: string[], options: Options) =>
      exit(await run(period, names, options)),
    );

async function run(written: string, names: string[], options: Options): Promise<number> {
  const period = parsePeriod(written);
  if (!period) return usageError(periodError(written));
  const received = receivedAt(options.received);
  if (!received) return usageError(`看不懂收到日期“${options.received}”，请写作 2023-01-08。`);
  const named = await namedFiles(names);
  if (options.unit !== undefined && named.files.length > 1)
    return usageError('用 --unit 指明单位时，一次只能收一份填报表。');
  const { collect } = await import('../../flows/collect.ts');
  const say = options.json ? () => {} : (line: string) => console.log(line);
  const result = await collect(
    {
      period,
      sources: named.files,
      received,
      ...(options.unit === undefined ? {} : { unit: options.unit }),
      out: options.out ?? `output/${period.id}`,
    },
    realEffects(options.workspace, say),
  );
  const diagnostics = [
    ...result.diagnostics,
    ...named.missing.map(fileNotFound),
    ...named.empty.map(nothingToCollect),
  ];
  const failed = hasErrors([...diagnostics, ...result.returns.flatMap((r) => r.diagnostics)]);
  if (options.json)
    console.log(JSON.stringify({ ok: !failed, returns: result.returns, diagnostics }, null, 2));
  else {
    const wanted = (d: Diagnostic): boolean =>
      options.verbose === true || d.severity !== 'info' || d.code === 'sameAgain';
    for (const line of diagnosticLines(diagnostics.filter((d) => d.severity !== 'info'))) console.error(line);
    for (const one of result.returns)
      for (const line of diagnosticLines(one.diagnostics.filter(wanted))) console.error(line);
    for (const line of report(result.returns)) say(line);
  }
  return failed ? EXIT.data : EXIT.fine;
}

const COLUMNS: readonly ConsoleColumn[] = [
  { heading: '单位', align: 'left' },
  { heading: '收到', align: 'left' },
  { heading: '版本', align: 'right' },
  { heading: '任务', align: 'right' },
  { heading: '目标', align: 'right' },
  { heading: '错误', align: 'right' },
  { heading: '提醒', align: 'right' },
  { heading: '结果', align: 'left' },
  { heading: '文件', align: 'left' },
];

const OUTCOMES: Record<Outcome, string> = { kept: '已入库', same: '已有同件', refused: '未入库' };

function report(returns: readonly CollectedReturn[]): string[] {
  if (returns.length === 0) return ['没有收到填报表。'];
  const rows = returns.map((r) => [
    r.unit ?? '（不明）',
    r.receivedAt,
    r.version === null ? '—' : `第${r.version}版`,
    `${r.tasks.filled}/${r.tasks.owed}`,
    `${r.goals.filled}/${r.goals.owed}`,
    String(r.errors),
    String(r.warnings),
    r.outcome === 'kept' && r.errors > 0 ? '入库待改' : OUTCOMES[r.outcome],
    r.file,
  ]);
  const corrections = returns.flatMap((r) => r.correction ?? []);
  const of = (outcome: Outcome): number => returns.filter((r) => r.outcome === outcome).length;
  return [
    ...tableLines(COLUMNS, rows),
    ...corrections.map((path) => `  退回稿  ${path}`),
    `收到${returns.length}份：入库${of('kept')}份，已有同件${of('same')}份，未入库${of('refused')}份；退回稿${corrections.length}份。`,
  ];
}

/** “2023-01-08 15:30”, “2023-01-08”, or now by the machine's clock. */
function receivedAt(written: string | undefined): { date: string; time?: string } | undefined {
  if (written === undefined) {
    const now = new Date();
    const two = (n: number): string => String(n).padStart(2, '0');
    return {
      date: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
      time: `${two(now.getHours())}:${two(now.getMinutes())}`,
    };
  }
  const found = /^(.*?)(?:[\sT]+(\d{1,2}:\d{2}))?$/.exec(written.trim());
  const date = parseDate(found?.[1] ?? '');
  return date === undefined
    ? undefined
    : { date, ...(found?.[2] ? { time: found[2].padStart(5, '0') } : {}) };
}
