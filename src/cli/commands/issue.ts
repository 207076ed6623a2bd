/** diaodu issue <期>: what may be typed. */
import { Command } from 'commander';
import { later } from '../later.ts';

export const issueCommand = (exit: (code: number) => void): Command =>
  new Command('issue')
    .description('印发留底：材料分发时，把发出去的这一稿留下，以后有更正时据以比较')
    .argument('<期>', '季度、月份或年度，写作 2022Q3、2022-08 或 2022')
    .option('--on <日期>', '印发日期，写作 2022-10-12（默认今天）')
    .option('--out <文件夹>', '文稿在哪里（默认 output/<期>）')
    .option('--workspace <文件夹>', '工作区：data、templates 所在的文件夹', '.')
    .option('--json', '结果以 JSON 输出，供其他程序使用')
    .addHelpText(
      'after',
      '\n示例：\n  diaodu issue 2022Q3 --on 2022-10-12\n\n留在 data/<年>/issued/<期>/ 下，每次印发一个文件夹，不要手改。',
    )
    .action(later(exit, async () => (await import('../run/issue.ts')).run));
