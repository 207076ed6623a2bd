/** diaodu status [期]: what may be typed. */
import { Command } from 'commander';
import { later } from '../later.ts';

export const statusCommand = (exit: (code: number) => void): Command =>
  new Command('status')
    .description(
      '查看一个季度或一个月的报送情况：谁报了、是否按时、是否齐全、还欠什么；不写期次时，查看全年各期办到哪一步、接下来做什么',
    )
    .argument(
      '[期]',
      '季度，写作 2022Q4 或 2022年四季度；重点项目的月份，写作 2022-08 或 2022年8月；年度，写作 2022（不写时为今年）',
    )
    .option('--out <文件夹>', '报送情况.xlsx 放在哪里（默认 output/<期>）')
    .option('--workspace <文件夹>', '工作区：data、templates 所在的文件夹', '.')
    .option('--json', '结果以 JSON 输出，供其他程序使用')
    .addHelpText(
      'after',
      '\n示例：\n  diaodu status\n  diaodu status 2022Q3\n  diaodu status 2022年三季度 --json\n  diaodu status 2022-08',
    )
    .action(later(exit, async () => (await import('../run/status.ts')).run));
