/** diaodu check <期>: what may be typed. */
import { Command } from 'commander';
import { later } from '../later.ts';

export const checkCommand = (exit: (code: number) => void): Command =>
  new Command('check')
    .description('核对一个季度的报送数据，按单位列出发现；或一个月的重点项目，按地区列出')
    .argument('<期>', '季度，写作 2022Q3 或 2022年三季度；月份，写作 2022-08 或 2022年8月')
    .option('--unit <单位>', '只看一个单位或地区')
    .option('--workspace <文件夹>', '工作区：data、templates 所在的文件夹', '.')
    .option('--json', '结果以 JSON 输出，供其他程序使用')
    .addHelpText(
      'after',
      '\n错误须由单位更正，或者把处理情况写入 data/<年>/acknowledgements/<期>.yaml，否则不能生成正式文稿。重点项目和各地的发现单独成组，其中的错误同样须更正或说明；说明分别写入 <月>.yaml（如 2022-09.yaml）和 cities-<季>.yaml（如 cities-2022Q3.yaml）。怎样写，列在最后。\n\n示例：\n  diaodu check 2022Q3\n  diaodu check 2022Q3 --unit 省工信厅\n  diaodu check 2022-08 --unit 赣州市',
    )
    .action(later(exit, async () => (await import('../run/check.ts')).run));
