/** diaodu plan import <文件> */
import { resolve } from 'node:path';
import { hasErrors } from '../../base/diagnostic.ts';
import { complain } from '../conclude.ts';
import { realEffects } from '../effects.ts';
import { EXIT } from '../exit-codes.ts';
import { EXAMPLE } from '../machine.ts';
import { usageError } from '../usage.ts';

interface Options {
  year?: string;
  out?: string;
  workspace: string;
  json?: boolean;
}

export async function run(file: string, options: Options): Promise<number> {
  const year = options.year === undefined ? undefined : Number(options.year);
  if (year !== undefined && !/^\d{4}$/.test(options.year ?? ''))
    return usageError(`年度“${options.year}”应写作 2023 的样子。`);
  const { importPlanFile } = await import('../../flows/plan/plan-import.ts');
  const effects = realEffects(options.workspace, () => {});
  const result = await importPlanFile(
    { file: resolve(file), year, out: options.out && resolve(options.out), example: EXAMPLE },
    effects,
  );
  const failed = result.written.length === 0 && hasErrors(result.diagnostics);
  if (options.json) console.log(JSON.stringify({ ok: !failed, ...result }, null, 2));
  else {
    complain(result.diagnostics);
    const { counts } = result;
    const warnings = result.diagnostics.filter(({ severity }) => severity === 'warning').length;
    if (counts)
      console.log(
        `读入${counts.lines}行：年度目标${counts.goals}项、专项${counts.tracks}个、任务${counts.tasks}项、量化指标${counts.targets}个、单位${counts.units}个；未能识别的${counts.unread}段；上面的提醒有${warnings}条，请逐条核对。`,
      );
    for (const path of result.written) console.log(`  ${path}`);
  }
  return failed ? EXIT.data : EXIT.fine;
}
