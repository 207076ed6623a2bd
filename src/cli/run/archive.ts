/** diaodu archive <期>, diaodu archive verify <归档包> */
import { resolve } from 'node:path';
import { hasErrors } from '../../base/diagnostic.ts';
import { realEffects } from '../effects.ts';
import { EXIT } from '../exit-codes.ts';
import { diagnosticLines, tally } from '../report.ts';
import { buildWhenError, parseBuildWhen, usageError } from '../usage.ts';

interface Options {
  from?: string;
  out?: string;
  workspace: string;
  json?: boolean;
}

export async function run(written: string, options: Options): Promise<number> {
  const period = parseBuildWhen(written);
  if (!period) return usageError(buildWhenError(written));
  const { archivePeriod } = await import('../../flows/archive/archive.ts');
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

export async function verify(path: string, options: { json?: boolean }): Promise<number> {
  const { verifyArchive } = await import('../../flows/archive/archive-verify.ts');
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
