/** diaodu remind <期> */
import { hasErrors } from '../../base/diagnostic.ts';
import { parsePeriod } from '../../model/period.ts';
import { EXIT } from '../exit-codes.ts';
import { fontPlaces, host } from '../machine.ts';
import { diagnosticLines, fileSize, tally } from '../report.ts';
import { periodError, splitList, unknownName, usageError } from '../usage.ts';
import { cachedEffects } from '../workshop.ts';

interface Options {
  unit?: string;
  format: string;
  out?: string;
  workspace: string;
  json?: boolean;
}

export async function run(written: string, options: Options): Promise<number> {
  const period = parsePeriod(written);
  if (!period) return usageError(periodError(written));
  const [{ remind }, { FORMAT_NAMES }] = await Promise.all([
    import('../../flows/remind.ts'),
    import('../../flows/build.ts'),
  ]);
  const formats = splitList(options.format);
  const unknown = unknownName(formats, FORMAT_NAMES, '这种格式');
  if (unknown) return usageError(unknown);
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
    cachedEffects(options.workspace, say),
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
      // Why there is no letter has been said above, then: not because nobody owes anything.
      `${failed ? '未完成：' : `完成：${letters}，`}${result.files.length}个文件${problems ? `，${problems}` : ''}。`,
    );
  }
  return failed ? EXIT.data : EXIT.fine;
}
