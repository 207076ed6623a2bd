/** diaodu issue <期> */
import { formatDate, parseDate } from '../../base/chinese/date.ts';
import { issue } from '../../flows/issued/issue.ts';
import { clock } from '../clock.ts';
import { conclude } from '../conclude.ts';
import { buildWhenError, parseBuildWhen, usageError } from '../usage.ts';
import { cachedEffects } from '../workshop.ts';

interface Options {
  on?: string;
  out?: string;
  workspace: string;
  json?: boolean;
}

export async function run(written: string, { on, out, workspace, json }: Options): Promise<number> {
  const period = parseBuildWhen(written);
  if (!period) return usageError(buildWhenError(written));
  const day = on === undefined ? clock().date : parseDate(on);
  if (!day) return usageError(`--on 应为日期，写作 2022-10-12，不能是“${on}”。`);
  const effects = cachedEffects(workspace, () => {});
  const result = await issue({ period, out: out ?? `output/${period.id}`, on: day }, effects);
  const pages = result.files.reduce((sum, file) => sum + file.pages, 0);
  const done = `完成：第${result.edition}次印发（${formatDate(day)}），${result.files.length}份${pages}页，留在 ${result.folder}/。以后有更正，先 diaodu build ${period.id}，再 diaodu erratum ${period.id}。`;
  return conclude(result, json, result.edition > 0 ? [done] : []);
}
