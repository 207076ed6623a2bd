/** diaodu export <期>: what may be typed. */
import { Command } from 'commander';
import { later } from '../later.ts';

export const exportCommand = (exit: (code: number) => void): Command =>
  new Command('export')
    .description('导出一个季度的台账（Excel、各专项工作台账、CSV、JSON）')
    .argument('<期>', '季度，写作 2022Q3 或 2022年三季度')
    .option('--only <种类>', '只导出列出的种类，用逗号分开：xlsx、tracks（工作台账）、csv、json')
    .option('--out <文件夹>', '输出到哪里（默认 output/<期>，文件放在其中的“导出”）')
    .option('--workspace <文件夹>', '工作区：data、templates 所在的文件夹', '.')
    .option('--json', '结果以 JSON 输出，供其他程序使用')
    .addHelpText('after', '\n示例：\n  diaodu export 2022Q3\n  diaodu export 2022Q3 --only csv,json')
    .action(later(exit, async () => (await import('../run/export.ts')).run));
