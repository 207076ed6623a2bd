/** diaodu plan import <文件>: what may be typed. */
import { Command } from 'commander';
import { later } from '../later.ts';

export const planCommand = (exit: (code: number) => void): Command =>
  new Command('plan').description('plan import：读入工作计划，生成数据草稿').addCommand(
    new Command('import')
      .description('读入工作计划文件（Word 或文本），生成数据草稿，列出没有把握的地方')
      .argument('<文件>', '计划文件，.docx 或 .txt')
      .option('--year <年度>', '文件中没有写明年度时指定')
      .option('--out <文件夹>', '草稿存到哪里（默认 data/<年度>）')
      .option('--workspace <文件夹>', '工作区', '.')
      .option('--json', '结果以 JSON 输出')
      .addHelpText(
        'after',
        '\n示例：\n  diaodu plan import D:\\文件\\2023年工作计划.docx\n  diaodu plan import 计划.txt --year 2023',
      )
      .action(later(exit, async () => (await import('../run/plan.ts')).run)),
  );
