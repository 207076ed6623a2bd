/** diaodu archive <期>, diaodu archive verify <归档包>: what may be typed. */
import { Command } from 'commander';
import { later } from '../later.ts';

export const archiveCommand = (exit: (code: number) => void): Command =>
  new Command('archive')
    .description('把一个季度、一个月或一年的文稿、台账和数据做成归档包（文件夹和 zip），或核验归档包')
    .argument('<期>', '季度，写作 2022Q3 或 2022年三季度；月份，写作 2022-08 或 2022年8月；年度，写作 2022')
    .option('--from <文件夹>', '文稿在哪里（默认 output/<期>）')
    .option('--out <文件夹>', '归档包放到哪里（默认 output），放在其中的“<期>归档”')
    .option('--workspace <文件夹>', '工作区：data、templates 所在的文件夹', '.')
    .option('--json', '结果以 JSON 输出，供其他程序使用')
    .addHelpText(
      'after',
      '\n归档信息（全宗号、档号、成文日期、署名、保管期限、密级等）取自 data/<年>/archive.yaml，由档案人员填写；缺少的一次列出，程序不代填。\n\n示例：\n  diaodu archive 2022Q3\n  diaodu archive 2022-08\n  diaodu archive 2022\n  diaodu archive verify output/2022Q3归档/2022Q3归档包.zip',
    )
    .action(later(exit, async () => (await import('../run/archive.ts')).run))
    .addCommand(
      new Command('verify')
        .description('核验归档包：逐个文件核对摘要、目录、元数据，说明哪里不对')
        .argument('<归档包>', '.zip 文件或文件夹')
        .option('--json', '结果以 JSON 输出，供其他程序使用')
        .addHelpText('after', '\n示例：\n  diaodu archive verify 2022Q3归档包.zip')
        .action(
          later(exit, async () => {
            const { verify } = await import('../run/archive.ts');
            return (path: string, _options: unknown, command: Command) =>
              verify(path, command.optsWithGlobals<{ json?: boolean }>());
          }),
        ),
    );
