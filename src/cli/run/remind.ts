/** diaodu remind <期> */
import { hasErrors } from '../../base/diagnostic.ts';
import { parsePeriod } from '../../model/period.ts';
import { conclude } from '../conclude.ts';
import { fontPlaces, host } from '../machine.ts';
import { fileLine, tally } from '../report.ts';
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
  const problems = tally(result.diagnostics);
  const letters = result.units.length > 0 ? `催报函${result.units.length}件` : '没有需要催报的单位';
  // Why there is no letter has been said above, then: not because nobody owes anything.
  const outcome = hasErrors(result.diagnostics) ? '未完成：' : `完成：${letters}，`;
  const counted = `${outcome}${result.files.length}个文件${problems ? `，${problems}` : ''}。`;
  return conclude(result, options.json, [...result.files.map(fileLine), counted]);
}
