/** diaodu doctor: what may be typed. */
import { Command } from 'commander';
import { later } from '../later.ts';

export const doctorCommand = (exit: (code: number) => void): Command =>
  new Command('doctor')
    .description('检查用哪个浏览器和字体，缺什么、怎么装')
    .option('--workspace <文件夹>', '工作区', '.')
    .option('--json', '结果以 JSON 输出')
    .addHelpText('after', '\n示例：\n  diaodu doctor')
    .action(later(exit, async () => (await import('../run/doctor.ts')).run));
