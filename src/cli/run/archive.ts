/** diaodu archive <期>, diaodu archive verify <归档包> */
import { resolve } from 'node:path';
import { hasErrors } from '../../base/diagnostic.ts';
import type { ArchiveResult } from '../../flows/archive/archive.ts';
import { archiveFolder } from '../../model/archive/outputs.ts';
import { conclude } from '../conclude.ts';
import { realEffects } from '../effects.ts';
import { tally } from '../report.ts';
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
      to: `${options.out ?? 'output'}/${archiveFolder(period.id)}`,
    },
    realEffects(options.workspace, () => {}),
  );
  return conclude(result, options.json, archiveLines(result), result.diagnostics);
}

function archiveLines({ items, findings, folder, zip, seal, diagnostics }: ArchiveResult): string[] {
  const open = findings.filter(({ result }) => result === '未检测');
  return [
    ...items.map(({ number, title, files }) => `  ${number}　《${title}》　${files}个文件`),
    ...(hasErrors(diagnostics)
      ? [`未归档：${tally(diagnostics)}。`]
      : [
          `  自检${findings.length}项，未检测${open.length}项（${open.map(({ what }) => what).join('、')}）`,
          `  ${folder}`,
          `  ${zip}`,
          `  校验码 ${seal}（请记入移交与接收登记表）`,
          `完成：${items.length}件。`,
        ]),
  ];
}

export async function verify(path: string, options: { json?: boolean }): Promise<number> {
  const { verifyArchive } = await import('../../flows/archive/archive-verify.ts');
  const result = await verifyArchive(
    resolve(path),
    realEffects('.', () => {}),
  );
  const told = hasErrors(result.diagnostics)
    ? [`核验不通过：${tally(result.diagnostics)}。`]
    : [
        `  校验码 ${result.seal}（应与登记表所记的相同）`,
        `核验通过：${result.items}件、${result.files}个文件，摘要、目录、元数据均相符。`,
      ];
  return conclude(result, options.json, told, result.diagnostics);
}
