/** diaodu inspect <层> <期>: what may be typed. */
import { Command } from 'commander';
import { later } from '../later.ts';
import { STAGES } from '../stages.ts';

export const inspectCommand = (exit: (code: number) => void): Command =>
  new Command('inspect')
    .description('查看中间结果（供维护人员使用）')
    .argument('<层>', `${STAGES.join('、')} 之一`)
    .argument('<期>', '季度，写作 2022Q3；月份，写作 2022-08；年度，写作 2022')
    .option('--only <文稿>', '只看列出的文稿')
    .option('--workspace <文件夹>', '工作区', '.')
    .action(later(exit, async () => (await import('../run/inspect.ts')).run));
