/** diaodu inspect <层> <期> — for maintainers: what flows between two stages, as JSON. */
import { Command } from 'commander';
import { hasErrors } from '../../base/diagnostic.ts';
import { parseMonth, parsePeriod, parseYear } from '../../model/period.ts';
import { realEffects } from '../effects.ts';
import { EXIT } from '../exit-codes.ts';
import { diagnosticLines } from '../report.ts';
import { buildWhenError, splitList, usageError } from '../usage.ts';

const STAGES = ['inputs', 'ledger', 'documents'] as const;

export const inspectCommand = (exit: (code: number) => void): Command =>
  new Command('inspect')
    .description('查看中间结果（供维护人员使用）')
    .argument('<层>', `${STAGES.join('、')} 之一`)
    .argument('<期>', '季度，写作 2022Q3；月份，写作 2022-08；年度，写作 2022')
    .option('--only <文稿>', '只看列出的文稿')
    .option('--workspace <文件夹>', '工作区', '.')
    .action(async (stage: string, period: string, options: { only?: string; workspace: string }) =>
      exit(await run(stage, period, options)),
    );

const withMaps = (_: string, value: unknown): unknown =>
  value instanceof Map ? Object.fromEntries(value) : value;

async function run(
  stage: string,
  written: string,
  options: { only?: string; workspace: string },
): Promise<number> {
  const period = parsePeriod(written) ?? parseMonth(written) ?? parseYear(written);
  if (!period) return usageError(buildWhenError(written));
  const known = STAGES.find((name) => name === stage);
  if (!known) return usageError(`没有“${stage}”这一层，可用：${STAGES.join('、')}。`);
  const { compose } = await import('../../pipeline.ts');
  const composed = await compose(
    { period, only: splitList(options.only ?? '') },
    realEffects(options.workspace, () => {}),
  );
  const { inputs, subject: ledger, pack, diagnostics } = composed;
  const result = { inputs, ledger, documents: pack?.documents.map(({ document }) => document) };
  for (const line of diagnosticLines(diagnostics)) console.error(line);
  console.log(JSON.stringify(result[known] ?? null, withMaps, 2));
  return hasErrors(diagnostics) ? EXIT.data : EXIT.fine;
}
