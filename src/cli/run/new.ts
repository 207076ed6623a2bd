/** diaodu new <年度> */
import { hasErrors } from '../../base/diagnostic.ts';
import { conclude } from '../conclude.ts';
import { realEffects } from '../effects.ts';
import { usageError } from '../usage.ts';

export async function run(written: string, options: { workspace: string; json?: boolean }): Promise<number> {
  if (!/^\d{4}$/.test(written)) return usageError(`年度“${written}”应写作 2023 的样子。`);
  const { newYear } = await import('../../flows/plan/new-year.ts');
  const result = await newYear(
    Number(written),
    realEffects(options.workspace, () => {}),
  );
  const next = hasErrors(result.diagnostics)
    ? []
    : [`已结转到${written}年。下一步：diaodu plan import <${written}年工作计划文件>`];
  const lines = [...result.written.map((path) => `  ${path}`), ...next];
  return conclude(result, options.json, lines, result.diagnostics);
}
