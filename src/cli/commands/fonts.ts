/** diaodu fonts: what may be typed. */
import { Command } from 'commander';
import { later } from '../later.ts';

export const fontsCommand = (exit: (code: number) => void): Command =>
  new Command('fonts')
    .description('在 Debian、Ubuntu 上添加一款免费仿宋（不需要管理员权限）')
    .option('--workspace <文件夹>', '工作区', '.')
    .addHelpText(
      'after',
      '\n示例：\n  diaodu fonts\n\n字体放在工作区的 .diaodu/fonts 文件夹；也可以自行把正版字体文件放进去。',
    )
    .action(later(exit, async () => (await import('../run/fonts.ts')).run));
