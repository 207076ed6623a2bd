/** diaodu forms <期> */
import { Command } from 'commander';
import { type Diagnostic, hasErrors } from '../../base/diagnostic.ts';
import type { WrittenForm } from '../../flows/forms.ts';
import type { RegionalForm } from '../../flows/regional-forms.ts';
import { realEffects } from '../effects.ts';
import { EXIT } from '../exit-codes.ts';
import { diagnosticLines, tally } from '../report.ts';
import { parseWhen, splitList, usageError, whenError } from '../usage.ts';

interface Options {
  unit?: string;
  out?: string;
  workspace: string;
  json?: boolean;
}

export const formsCommand = (exit: (code: number) => void): Command =>
  new Command('forms')
    .description(
      '生成填报表（Excel）：季度的每个单位、每个设区市（县、乡镇）一份，月份的每个设区市（县、乡镇）一份（重点项目）',
    )
    .argument('<期>', '季度，写作 2022Q4 或 2022年四季度；月份，写作 2022-08 或 2022年8月')
    .option('--unit <单位>', '只生成列出的单位或地区，用逗号分开')
    .option('--out <文件夹>', '输出到哪里（默认 output/<期>，放在其中的“填报表”文件夹）')
    .option('--workspace <文件夹>', '工作区：data、templates 所在的文件夹', '.')
    .option('--json', '结果以 JSON 输出，供其他程序使用')
    .addHelpText(
      'after',
      '\n示例：\n  diaodu forms 2022Q4\n  diaodu forms 2022年四季度 --unit 省科技厅,省工信厅\n  diaodu forms 2022-08 --unit 赣州市\n\n各地的季报表放在“填报表”中的“设区市”文件夹（县、乡镇等按本地区的叫法）。联系人、电话、邮箱取自 data/<年>/office.yaml，没有写的印空线。',
    )
    .action(async (period: string, options: Options) => exit(await run(period, options)));

async function run(written: string, options: Options): Promise<number> {
  const when = parseWhen(written);
  if (!when) return usageError(whenError(written));
  const say = options.json ? () => {} : (line: string) => console.log(line);
  const effects = realEffects(options.workspace, say);
  const out = options.out ?? `output/${(when.quarter ?? when.month).id}`;
  const only = splitList(options.unit ?? '');
  if (when.month) {
    const { projectForms } = await import('../../flows/regional-forms.ts');
    const { files, diagnostics } = await projectForms({ when: when.month, only, out }, effects);
    return tell({ files }, diagnostics, projectLines(files), '重点项目月报表', options);
  }
  const { quarterForms } = await import('../../flows/period-forms.ts');
  const { diagnostics, ...result } = await quarterForms({ period: when.quarter, only, out }, effects);
  return tell(
    result,
    diagnostics,
    [...unitLines(result.files), ...cityLines(result.cities)],
    '填报表',
    options,
  );
}

const unitLines = (files: readonly WrittenForm[]): string[] =>
  files.map(({ path, tasks, goals, cooperation }) => {
    const own = tasks + goals > 0 || cooperation === 0 ? [`任务${tasks}项`] : [];
    const parts = [
      ...own,
      ...(goals > 0 ? [`目标${goals}项`] : []),
      ...(cooperation > 0 ? [`配合任务${cooperation}项`] : []),
    ];
    return `${path}  ${parts.join('、')}`;
  });
const cityLines = (files: readonly RegionalForm[]): string[] =>
  files.map(({ path, rows }) => `${path}  指标和事项${rows}行`);
const projectLines = (files: readonly RegionalForm[]): string[] =>
  files.map(({ path, rows }) => `${path}  项目${rows}个`);

function tell(
  result: object,
  diagnostics: readonly Diagnostic[],
  lines: readonly string[],
  what: string,
  { json }: Options,
): number {
  const failed = hasErrors(diagnostics);
  if (json) console.log(JSON.stringify({ ok: !failed, ...result, diagnostics }, null, 2));
  else {
    for (const line of diagnosticLines(diagnostics)) console.error(line);
    for (const line of lines) console.log(`  ${line}`);
    const problems = tally(diagnostics);
    console.log(
      `${failed ? '未完成' : '完成'}：${lines.length}份${what}${problems ? `，${problems}` : ''}。`,
    );
  }
  return failed ? EXIT.data : EXIT.fine;
}
