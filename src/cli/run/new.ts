/** diaodu new <年度> */
import { hasErrors } from '../../base/diagnostic.ts';
import { realEffects } from '../effects.ts';
import { EXIT } from '../exit-codes.ts';
import { diagnosticLines } from '../report.ts';
import { usageError } from '../usage.ts';

export async function run(written: string, options: { workspace: string; json?: boolean }): Promise<number> {
  if (!/^\d{4}$/.test(written)) return usageError(`年度“${written}”应写作 2023 的样子。`);
  const { newYear } = await import('../../flows/plan/new-year.ts');
  const result = await newYear(
    Number(written),
    realEffects(options.workspace, () => {}),
  );
  const failed = hasErrors(result.diagnostics);
  if (options.json) console.log(JSON.stringify({ ok: !failed, ...result }, null, 2));
  else {
    for (const line of diagnosticLines(result.diagnostics)) console.error(line);
    for (const path of result.written) console.log(`  ${path}`);
    if (!failed) console.log(`已结转到${written}年。下一步：diaodu plan import <${written}年工作计划文件>`);
  }
  return failed ? EXIT.data : EXIT.fine;
}
